import { useState } from 'react'
import { entity } from '../../../domain/ledger/documents.ts'
import { defaultTimezone } from '../../../domain/school/school-date.ts'
import type { SchoolProfile } from '../../../domain/school/school-view.ts'
import { SelectField, TextField } from '../../design/field.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { navigate } from '../../route.ts'
import { useSchool, useWorkspace } from '../../workspace/workspace.ts'
import { RecordForm } from './record-form.tsx'
import css from './setup.module.css'
import { StepPage } from './step-page.tsx'

/** Time zones of Russia, from west to east. */
const zones = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Novosibirsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
] as const

/** О школе: its name, region and time zone. */
export function ProfileStep() {
  const { profile } = useSchool()
  return <ProfileForm key={profile ? 'known' : 'new'} profile={profile} />
}

function ProfileForm({ profile }: { profile: SchoolProfile | undefined }) {
  const { schoolDocument } = useWorkspace()
  const { setup } = useTexts()
  const [name, setName] = useState(profile?.name ?? '')
  const [shortName, setShortName] = useState(profile?.shortName ?? '')
  const [region, setRegion] = useState(profile?.region ?? '')
  const [timezone, setTimezone] = useState(profile?.timezone ?? deviceZone())
  const save = () => {
    void schoolDocument.assert([
      {
        entity: entity.school,
        attribute: 'school',
        value: {
          // One server is one school: the id only names its exchange folder.
          id: profile?.id ?? 'school',
          name: name.trim(),
          ...(shortName.trim() ? { shortName: shortName.trim() } : {}),
          region: region.trim(),
          timezone,
        },
      },
    ])
    navigate({ screen: 'setup' })
  }
  return (
    <StepPage step="school">
      <RecordForm
        title={setup.profile.title}
        valid={name.trim() !== '' && region.trim() !== ''}
        onSave={save}
        onCancel={() => navigate({ screen: 'setup' })}
      >
        {(tried) => (
          <>
            <div className={css.wide}>
              <TextField
                label={setup.profile.name}
                hint={setup.profile.nameHint}
                value={name}
                maxLength={300}
                autoFocus
                problem={tried && name.trim() === '' ? setup.wanted : undefined}
                onChange={({ target }) => setName(target.value)}
              />
            </div>
            <TextField
              label={setup.profile.shortName}
              value={shortName}
              maxLength={120}
              onChange={({ target }) => setShortName(target.value)}
            />
            <TextField
              label={setup.profile.region}
              hint={setup.profile.regionHint}
              value={region}
              maxLength={120}
              problem={tried && region.trim() === '' ? setup.wanted : undefined}
              onChange={({ target }) => setRegion(target.value)}
            />
            <SelectField
              label={setup.profile.timezone}
              value={timezone}
              onChange={({ target }) => setTimezone(target.value)}
            >
              {[...new Set<string>([...zones, timezone])].map((zone) => (
                <option key={zone} value={zone}>
                  {setup.profile.zone(zone)}
                </option>
              ))}
            </SelectField>
          </>
        )}
      </RecordForm>
    </StepPage>
  )
}

function deviceZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || defaultTimezone
}
