import { useState } from 'react'
import type { StaffMember } from '../../../domain/school/school-view.ts'
import { TextField } from '../../design/field.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { type NameDraft, NameFields, namePart, readName } from './name-fields.tsx'
import { RecordForm } from './record-form.tsx'
import css from './setup.module.css'

const roles = ['teacher', 'office'] as const

/** One member of the staff. */
export function StaffForm({
  member,
  namesake,
  onSave,
  onCancel,
}: {
  /** Who is changed; none when he is new. */
  member: StaffMember | undefined
  /** Whether somebody else has this name. */
  namesake: (person: { last: string; first: string; middle?: string }) => boolean
  onSave: (content: Omit<StaffMember, 'id'>) => void
  onCancel: () => void
}) {
  const { setup } = useTexts()
  const [name, setName] = useState<NameDraft>(namePart(member))
  const [own, setOwn] = useState<StaffMember['roles']>(member?.roles ?? ['teacher'])
  const [email, setEmail] = useState(member?.email ?? '')
  const person = readName(name)
  return (
    <RecordForm
      title={member ? setup.change : setup.staff.add}
      valid={person !== undefined}
      onSave={() => {
        if (!person) return
        const address = email.trim()
        onSave({ ...person, roles: own, ...(address === '' ? {} : { email: address }) })
      }}
      onCancel={onCancel}
    >
      {(tried) => (
        <>
          <NameFields name={name} tried={tried} onName={setName} />
          <TextField
            label={setup.staff.fields.email}
            type="email"
            value={email}
            maxLength={200}
            onChange={({ target }) => setEmail(target.value)}
          />
          <fieldset className={css.wide}>
            <legend className={css.quiet}>{setup.staff.rolesTitle}</legend>
            {roles.map((role) => (
              <label key={role} className={css.check}>
                <input
                  type="checkbox"
                  checked={own.includes(role)}
                  onChange={({ target }) =>
                    setOwn(roles.filter((one) => (one === role ? target.checked : own.includes(one))))
                  }
                />
                {setup.staff.roles[role]}
              </label>
            ))}
          </fieldset>
          {person && namesake(person) && <p className={css.wide}>{setup.namesake}</p>}
        </>
      )}
    </RecordForm>
  )
}
