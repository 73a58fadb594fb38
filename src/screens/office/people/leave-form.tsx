import { useState } from 'react'
import { entity } from '../../../domain/ledger/documents.ts'
import { addDays } from '../../../domain/policy/policy.ts'
import { heldFrom, leaveEntries } from '../../../domain/school/leaving-staff.ts'
import { fullName } from '../../../domain/school/names.ts'
import { className, type StaffMember } from '../../../domain/school/school-view.ts'
import type { StaffAccount } from '../../../sync/people-answers.ts'
import { ButtonLink } from '../../design/button.tsx'
import { TextField } from '../../design/field.tsx'
import { useFormat, useTexts } from '../../design/texts/language.tsx'
import { href } from '../../route.ts'
import { useNow, useSchool, useWorkspace } from '../../workspace/workspace.ts'
import { RecordForm } from '../setup/record-form.tsx'
import { said } from '../setup/said.ts'
import css from '../setup/setup.module.css'
import type { PersonCardProps } from './person-card.tsx'

/** Somebody leaves: workload ends with a day, access is closed, what was written stays. */
export function LeaveForm({
  member,
  account,
  online,
  onChange,
  onSaid,
  onDone,
}: Pick<PersonCardProps, 'online' | 'onChange' | 'onSaid'> & {
  member: StaffMember
  account: StaffAccount | undefined
  onDone: () => void
}) {
  const { schoolDocument } = useWorkspace()
  const school = useSchool()
  const { date: today } = useNow()
  const { people: texts, setup } = useTexts()
  const format = useFormat()
  const [day, setDay] = useState(today)
  const name = fullName(member)
  const from = day === '' ? '' : addDays(day, 1)
  const held = day === '' ? undefined : heldFrom(school, member.id, from)
  const closes = account !== undefined && day <= today

  async function leave() {
    if (closes && !(await onChange('disable', { user: account.user }, texts.said.closed(name)))) return
    await schoolDocument.assert([
      ...leaveEntries(school, member.id, from),
      said(entity.staff(member.id), 'staff.lastDay', day),
      // Roles are taken with the access: who is gone is offered for nothing more.
      ...(day <= today ? [said(entity.staff(member.id), 'staff', { ...member, roles: [] })] : []),
    ])
    onSaid(texts.said.left(name, format.day(day)))
    onDone()
  }

  return (
    <RecordForm
      title={texts.leave}
      valid={day !== '' && (!closes || online)}
      onSave={() => void leave()}
      onCancel={onDone}
    >
      {(tried) => (
        <>
          <TextField
            label={texts.lastDay}
            type="date"
            value={day}
            problem={
              tried && day === '' ? setup.wanted : tried && closes && !online ? texts.needsLine : undefined
            }
            onChange={({ target }) => setDay(target.value)}
          />
          {held && (
            <div className={css.wide}>
              <p>{texts.leaveHolds(held.assignments.length, held.substitutions.length)}</p>
              {held.classes.length > 0 && (
                <p>
                  {texts.leaveClasses(held.classes.map(className).join(', '))}{' '}
                  <ButtonLink look="quiet" href={href({ screen: 'setup', step: 'classes' })}>
                    {texts.toClasses}
                  </ButtonLink>
                </p>
              )}
              {account && <p className={css.quiet}>{closes ? texts.leaveToday : texts.leaveLater}</p>}
            </div>
          )}
        </>
      )}
    </RecordForm>
  )
}
