import { useState } from 'react'
import { schoolDate } from '../../../domain/school/school-date.ts'
import { className } from '../../../domain/school/school-view.ts'
import type { AccountFaultCode } from '../../../sync/account-client.ts'
import type { FamilySlips } from '../../../sync/family-access.ts'
import { Button } from '../../design/button.tsx'
import { SelectField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { useFormat, useTexts } from '../../design/texts/language.tsx'
import { StaleNotice } from '../../office/stale-notice.tsx'
import { Slips } from '../../papers/slips.tsx'
import { signInLink } from '../../sign-in/sign-in-link.ts'
import { useWorkspace } from '../../workspace/workspace.ts'
import type { PartProps } from '../class-parts.ts'
import css from '../desk.module.css'
import { DiaryLook } from './diary-look.tsx'
import { MemberRow } from './member-row.tsx'
import {
  type DiaryFilter,
  diaryFilters,
  type FamilyPerson,
  familyCounts,
  isShown,
  lacking,
} from './members.ts'
import { useDiaryAccess } from './use-diary-access.ts'

/** Доступ к дневнику: first credentials of families (clause 5.2.7), and who of them signs in and reads (5.2.9). */
export function DiaryPart({ desk }: PartProps) {
  const { schoolClass, source } = desk
  const { session } = useWorkspace()
  const { diaryAccess: texts } = useTexts()
  const format = useFormat()
  const { pupils, at, online, invite, change } = useDiaryAccess(schoolClass.id)
  const [filter, setFilter] = useState<DiaryFilter>('all')
  const [slips, setSlips] = useState<FamilySlips['slips']>([])
  const [said, say] = useState('')
  const [fault, setFault] = useState<AccountFaultCode>()
  const [busy, setBusy] = useState(false)
  const { profile } = source.school
  const now = session.now()
  const nameOf = (id: string) => pupils?.find(({ pupil }) => pupil === id)?.name ?? ''
  const shown = pupils?.flatMap((family) => {
    const members = family.members.filter((member) => isShown(member, filter, now))
    return members.length > 0 ? [{ ...family, members }] : []
  })

  async function give(people: readonly FamilyPerson[]) {
    setBusy(true)
    const outcome = await invite(people)
    setBusy(false)
    setFault(outcome.ok ? undefined : outcome.code)
    if (!outcome.ok) return
    // A code given just before stays to be printed, unless a newer one took its place.
    const fresh = new Set(outcome.value.slips.map(({ login }) => login))
    setSlips([...slips.filter(({ login }) => !fresh.has(login)), ...outcome.value.slips])
    say(texts.given(fresh.size))
  }

  async function ask(action: 'withdraw-code' | 'revoke', person: FamilyPerson, done: string) {
    setBusy(true)
    const outcome = await change(action, person)
    setBusy(false)
    setFault(outcome.ok ? undefined : outcome.code)
    if (!outcome.ok) return
    setSlips(slips.filter(({ people }) => !people.some((one) => isSame(one, person))))
    say(done)
  }

  return (
    <div className={css.page}>
      <section className={css.section} aria-labelledby="diary">
        <h2 id="diary">{texts.title}</h2>
        <p className={css.quiet}>{texts.lead}</p>
        {pupils && <p>{texts.counts(familyCounts(pupils, now))}</p>}
        <p role="status">{said}</p>
      </section>
      <StaleNotice at={at} />
      {pupils && !online && <Notice icon="noLine">{texts.needsLine}</Notice>}
      {fault && (
        <Notice tone="act" icon="alert">
          {fault === 'noLine' || fault === 'noRight' ? texts.failed[fault] : texts.failed.other}
        </Notice>
      )}
      {slips.length > 0 && (
        <Slips
          sheet={{
            title: texts.file(className(schoolClass)),
            organisation: profile?.name ?? '',
            address: `${location.origin}/diary/`,
            slips: slips.map(({ name, login, code, goodUntil, people }) => ({
              name,
              diaryOf: people.map(({ pupil }) => `${nameOf(pupil)}, ${className(schoolClass)}`).join('; '),
              login,
              code,
              goodUntil: format.date(schoolDate(goodUntil, profile?.timezone)),
              link: `${location.origin}/diary/${signInLink({ login, code })}`,
            })),
          }}
          onHide={() => setSlips([])}
        />
      )}
      {pupils && (
        <div className={css.row}>
          <SelectField
            label={texts.filter}
            value={filter}
            onChange={({ target }) => setFilter(target.value as DiaryFilter)}
          >
            {diaryFilters.map((one) => (
              <option key={one} value={one}>
                {texts.filters[one]}
              </option>
            ))}
          </SelectField>
          {(['guardians', 'pupils'] as const).map((who) => {
            const people = lacking(pupils, who)
            return (
              people.length > 0 && (
                <Button
                  key={who}
                  look={who === 'guardians' ? 'main' : 'plain'}
                  disabled={!online || busy}
                  onClick={() => void give(people)}
                >
                  {texts.giveAll[who](people.length)}
                </Button>
              )
            )
          })}
        </div>
      )}
      {shown?.length === 0 && (
        <Notice tone="empty" icon="person" title={filter === 'all' ? texts.empty : texts.nobodyHere} />
      )}
      {pupils && at !== undefined && <DiaryLook desk={desk} at={at} />}
      {shown?.map(({ pupil, name, members }) => (
        <section key={pupil} aria-label={name}>
          <h3>{name}</h3>
          <ul className={css.list}>
            {members.map((member) => (
              <MemberRow
                key={member.person}
                member={member}
                isPupil={member.person === pupil}
                disabled={!online || busy}
                onGive={() => void give([{ pupil, person: member.person }])}
                onAsk={(action, done) => void ask(action, { pupil, person: member.person }, done)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

function isSame(a: FamilyPerson, b: FamilyPerson): boolean {
  return a.pupil === b.pupil && a.person === b.person
}
