import type { ValueOf } from '../../../domain/ledger/attributes.ts'
import { Button } from '../../design/button.tsx'
import { TextField } from '../../design/field.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { type NameDraft, NameFields, namePart, readName } from './name-fields.tsx'
import css from './setup.module.css'

type Guardian = ValueOf<'guardian'>

/** A guardian as the form has him; `rest` is what the form does not show and keeps. */
export interface GuardianDraft {
  /** Tells it from the others of the form. */
  key: string
  id?: string
  name: NameDraft
  relation: string
  phone: string
  email: string
  rest: Pick<Guardian, 'consentDate'>
}

const nobody = { name: namePart(), relation: '', phone: '', email: '', rest: {} }

/** A guardian to change. */
export function guardianDraft(guardian: Guardian): GuardianDraft {
  const { id, relation = '', phone = '', email = '', consentDate } = guardian
  const rest = consentDate ? { consentDate } : {}
  return { key: id, id, name: namePart(guardian), relation, phone, email, rest }
}

/** The guardian that was entered; undefined while he has no full name. */
export function readGuardian(
  draft: GuardianDraft,
): Omit<Guardian, 'id' | 'pupil' | 'consentDate'> | undefined {
  const person = readName(draft.name)
  if (!person) return undefined
  const [relation, phone, email] = [draft.relation.trim(), draft.phone.trim(), draft.email.trim()]
  return {
    ...person,
    ...(relation ? { relation } : {}),
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
  }
}

/** The guardians of one pupil. */
export function GuardianFields({
  guardians,
  tried,
  onGuardians,
}: {
  guardians: readonly GuardianDraft[]
  tried: boolean
  onGuardians: (guardians: readonly GuardianDraft[]) => void
}) {
  const { setup } = useTexts()
  const change = (at: number, part: Partial<GuardianDraft>) =>
    onGuardians(guardians.map((draft, index) => (index === at ? { ...draft, ...part } : draft)))
  return (
    <div className={css.wide}>
      {guardians.map((draft, at) => (
        <fieldset key={draft.key} className={css.section}>
          <legend className={css.title}>{setup.pupils.guardian(at + 1)}</legend>
          <div className={css.fields}>
            <NameFields
              name={draft.name}
              tried={tried}
              focus={false}
              onName={(name) => change(at, { name })}
            />
            <TextField
              label={setup.pupils.columns.guardianRelation}
              value={draft.relation}
              maxLength={60}
              onChange={({ target }) => change(at, { relation: target.value })}
            />
            <TextField
              label={setup.pupils.phone}
              type="tel"
              value={draft.phone}
              maxLength={60}
              onChange={({ target }) => change(at, { phone: target.value })}
            />
            <TextField
              label={setup.staff.fields.email}
              type="email"
              value={draft.email}
              maxLength={200}
              onChange={({ target }) => change(at, { email: target.value })}
            />
          </div>
          <Button look="quiet" onClick={() => onGuardians(guardians.filter((_, index) => index !== at))}>
            {setup.pupils.removeGuardian(at + 1)}
          </Button>
        </fieldset>
      ))}
      <Button
        icon="plus"
        onClick={() => onGuardians([...guardians, { ...nobody, key: crypto.randomUUID() }])}
      >
        {setup.pupils.addGuardian}
      </Button>
    </div>
  )
}
