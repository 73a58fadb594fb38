import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from '../design/button.tsx'
import css from './help-sheet.module.css'
import type { HelpWords } from './help-words.ts'
import type { HelpText } from './topic.ts'

/** Help beside the screen, which stays in use: Escape or the cross closes it. */
export function HelpSheet({
  help,
  words,
  onClose,
  children,
}: {
  help: HelpText
  words: HelpWords
  onClose: () => void
  /** What else can be done from here. */
  children?: ReactNode
}) {
  const id = useId()
  const sheet = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = sheet.current
    dialog?.show()
    // Gives the focus back to where it came from.
    return () => dialog?.close()
  }, [])
  return (
    <dialog
      ref={sheet}
      className={css.sheet}
      aria-labelledby={id}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className={css.head}>
        <h2 id={id}>{help.title}</h2>
        <IconButton icon="close" label={words.close} onClick={onClose} />
      </div>
      <p>{help.what}</p>
      <h3>{words.here}</h3>
      <ol className={css.steps}>
        {help.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className={css.clauses}>{words.clauses(help.clauses)}</p>
      {children}
    </dialog>
  )
}
