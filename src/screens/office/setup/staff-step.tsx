import { useState } from 'react'
import { entity } from '../../../domain/ledger/documents.ts'
import { compareNames, fullName } from '../../../domain/school/names.ts'
import { usesOfStaff } from '../../../domain/school/removal.ts'
import type { StaffMember } from '../../../domain/school/school-view.ts'
import { derivedIds } from '../../../exchange/sheets/derived-id.ts'
import { personKey } from '../../../exchange/sheets/person-names.ts'
import { readStaff } from '../../../exchange/sheets/read-staff.ts'
import { staffTarget } from '../../../exchange/sheets/targets.ts'
import { Button, ButtonLink } from '../../design/button.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { href } from '../../route.ts'
import { useWorkspace } from '../../workspace/workspace.ts'
import { ListImport } from './list-import.tsx'
import { toPerson } from './name-fields.tsx'
import { RecordList } from './record-list.tsx'
import { said } from './said.ts'
import css from './setup.module.css'
import { StaffForm } from './staff-form.tsx'
import { StepPage } from './step-page.tsx'
import { useMessage } from './use-message.tsx'
import { useSetupSchool, useSheetContext } from './use-school-tables.ts'

const anyYear = { id: '', starts: '', ends: '' }

/** Сотрудники: the list, each with his roles. */
export function StaffStep() {
  const { schoolDocument } = useWorkspace()
  const own = useSetupSchool()
  const { school } = own
  const { known, contextFor } = useSheetContext(own)
  const {
    setup,
    school: { places },
  } = useTexts()
  const [doing, setDoing] = useState<'list' | 'add' | 'file'>('list')
  const [message, say] = useMessage()
  const staff = [...school.staff.values()].sort(compareNames)
  const nameOf = (id: string) => {
    const member = school.staff.get(id)
    return member ? fullName(member) : id
  }
  const write = (member: StaffMember) =>
    void schoolDocument.assert([said(entity.staff(member.id), 'staff', member)])
  const form = (id: string | undefined, close: () => void) => (
    <StaffForm
      member={id === undefined ? undefined : school.staff.get(id)}
      namesake={(person) =>
        staff.some((other) => other.id !== id && personKey(toPerson(other)) === personKey(person))
      }
      onSave={(content) => {
        const newId = derivedIds(school.staff.keys())
        const member = { ...content, id: id ?? newId('staff', personKey(toPerson(content))) }
        write(member)
        close()
        say(setup.saved(fullName(member)))
      }}
      onCancel={close}
    />
  )
  return (
    <StepPage step="staff" lead={setup.staff.lead}>
      {doing === 'file' ? (
        <ListImport
          target={staffTarget}
          names={setup.staff.columns}
          columns={[
            { field: ['last_name', 'first_name', 'middle_name'], title: setup.staff.columns.fullName },
            { field: 'position', title: setup.staff.columns.position },
            { field: 'email', title: setup.staff.fields.email },
          ]}
          read={(sheet, header, decisions) =>
            readStaff(sheet, header, contextFor(own.year ?? anyYear), decisions)
          }
          known={known}
          person={nameOf}
          takeLabel={setup.staff.take}
          counted="staff"
          onDone={(count) => {
            setDoing('list')
            say(setup.written(count))
          }}
          onBack={() => setDoing('list')}
        />
      ) : (
        <>
          <div className={css.actions}>
            <Button look={staff.length === 0 ? 'main' : 'plain'} icon="copy" onClick={() => setDoing('file')}>
              {setup.fromFile}
            </Button>
            <Button icon="plus" onClick={() => setDoing('add')}>
              {setup.staff.add}
            </Button>
            <ButtonLink href={href({ screen: 'people' })}>{places.people}</ButtonLink>
          </div>
          {message}
          {doing === 'add' && form(undefined, () => setDoing('list'))}
          <RecordList
            label={setup.staff.list}
            records={staff.map((member) => ({
              id: member.id,
              title: fullName(member),
              details: [...member.roles.map((role) => setup.staff.roles[role]), member.email]
                .filter(Boolean)
                .join(', '),
              ...(member.roles.length === 0 ? { lacks: setup.staff.noRole } : {}),
            }))}
            form={form}
            removal={(id) => {
              const uses = usesOfStaff(school, id)
              return uses.length > 0
                ? { may: false, why: setup.inUse(uses) }
                : { may: true, consequence: setup.staff.consequence(nameOf(id)) }
            }}
            onRemove={(id) => {
              say(setup.removed(nameOf(id)))
              void schoolDocument.assert([{ entity: entity.staff(id), attribute: 'staff', value: null }])
            }}
          />
        </>
      )}
    </StepPage>
  )
}
