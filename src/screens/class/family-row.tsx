import { type ReactNode, useState } from 'react'
import type { FamilyState } from '../../domain/duties/families.ts'
import { lastFirst } from '../../domain/school/names.ts'
import { Button } from '../design/button.tsx'
import { useTexts } from '../design/texts/language.tsx'
import type { Writing } from '../workspace/undo.ts'
import css from './desk.module.css'
import { FamilyCard } from './family-card.tsx'
import type { Thread } from './letters/use-threads.ts'
import type { ClassDesk } from './use-class.ts'

/** A pupil with where the task stands for the family, what is done about it, and the family itself on demand. */
export function FamilyRow({
  state,
  desk,
  write,
  thread,
  line,
  extra,
  children,
}: {
  state: FamilyState
  desk: ClassDesk
  write: (writings: readonly Writing[]) => void
  /** What the family says of it, where the task is about that. */
  thread?: Thread | undefined
  line: ReactNode
  extra?: ReactNode
  children: ReactNode
}) {
  const texts = useTexts().families
  const [open, setOpen] = useState(false)
  const { pupil, family } = state
  return (
    <li>
      <div>
        <b>{lastFirst(pupil)}</b>
        <p>{line}</p>
      </div>
      <div className={css.actions}>
        {children}
        {family && (
          <Button
            look="quiet"
            aria-expanded={open}
            aria-label={texts.familyOf(lastFirst(pupil))}
            onClick={() => setOpen(!open)}
          >
            {texts.family}
          </Button>
        )}
      </div>
      {open && family && (
        <FamilyCard
          pupil={pupil}
          family={family}
          thread={thread}
          document={desk.familyDocument(pupil.id)}
          write={write}
        />
      )}
      {extra}
    </li>
  )
}
