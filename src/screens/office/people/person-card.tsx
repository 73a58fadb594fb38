import { schoolDate } from '../../../domain/school/school-date.ts'
import { Button } from '../../design/button.tsx'
import { Chip } from '../../design/chip.tsx'
import { useFormat, useTexts } from '../../design/texts/language.tsx'
import { useSchool } from '../../workspace/workspace.ts'
import css from '../setup/setup.module.css'
import own from './people.module.css'
import type { Person } from './people-list.ts'
import { PersonPanel } from './person-panel.tsx'

export interface PersonCardProps {
  person: Person
  /** Whether accounts have been told yet: before, nothing is said of them. */
  known: boolean
  online: boolean
  open: boolean
  onOpen: () => void
  onInvite: () => void
  /** Asks the relay for a change; `done` is said when it is made. Resolves to whether it was. */
  onChange: (path: string, body: object, done: string) => Promise<boolean>
  onSaid: (text: string) => void
}

/** A person in the list: who, roles, whether and when signed in; opened, what can be done. */
export function PersonCard(props: PersonCardProps) {
  const { person, known, open, onOpen } = props
  const { member, account, name } = person
  const { people: texts, frame } = useTexts()
  const format = useFormat()
  const timezone = useSchool().profile?.timezone
  const roles = member?.roles ?? account?.roles ?? []
  const day = (time: number) => format.date(schoolDate(time, timezone))
  const state = () => {
    if (!account) return texts.state.none
    const { disabled, active, lastSignIn, codeGoodUntil } = account
    if (disabled) return texts.state.closed
    if (!active)
      return codeGoodUntil === null ? texts.state.codeOver : texts.state.invited(day(codeGoodUntil))
    const last = lastSignIn === null ? [] : [texts.state.active(format.moment(lastSignIn))]
    return [...last, ...(codeGoodUntil === null ? [] : [texts.state.newCode(day(codeGoodUntil))])].join(', ')
  }
  return (
    <li>
      <div className={css.words}>
        <p className={css.title}>{name}</p>
        <p className={own.chips}>
          {roles.map((role) => (
            <Chip key={role}>{texts.roles[role]}</Chip>
          ))}
          {roles.length === 0 && <Chip tone="late">{texts.noRole}</Chip>}
          {!member && <Chip>{texts.administrator}</Chip>}
          {account?.disabled && <Chip tone="late">{texts.state.closed}</Chip>}
        </p>
        {known && (
          <p className={css.quiet}>
            {[account && texts.login(account.login), !account?.disabled && state()]
              .filter(Boolean)
              .join('. ')}
          </p>
        )}
      </div>
      <Button aria-expanded={open} aria-label={open ? undefined : texts.open(name)} onClick={onOpen}>
        {open ? frame.close : texts.details}
      </Button>
      {open && <PersonPanel {...props} />}
    </li>
  )
}
