import { useState } from 'react'
import { Button } from '../design/button.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { WordsForm } from '../design/words-form.tsx'
import css from './cell-talk.module.css'

/** A text that hangs on a cell: seen by all, written, corrected and taken away by who may. */
export function CellNote({
  label,
  hint,
  add,
  text,
  writable,
  onText,
}: {
  label: string
  hint?: string
  /** What the button says while there is none. */
  add: string
  text: string | undefined
  writable: boolean
  /** An empty text takes it away. */
  onText: (text: string) => void
}) {
  const { cellTalk } = useTexts()
  const [writing, setWriting] = useState(false)
  if (writing)
    return (
      <WordsForm
        label={label}
        {...(hint === undefined ? {} : { hint })}
        value={text ?? ''}
        maxLength={500}
        save={cellTalk.save}
        cancel={cellTalk.cancel}
        onSave={(next) => {
          onText(next)
          setWriting(false)
        }}
        onCancel={() => setWriting(false)}
      />
    )
  if (text === undefined)
    return writable ? (
      <Button icon="note" onClick={() => setWriting(true)}>
        {add}
      </Button>
    ) : null
  return (
    <div className={css.said}>
      <h3>{label}</h3>
      <p className={css.words}>{text}</p>
      {writable && (
        <div className={css.row}>
          <Button look="quiet" onClick={() => setWriting(true)}>
            {cellTalk.behaviourEdit}
          </Button>
          <Button look="danger" onClick={() => onText('')}>
            {cellTalk.remove}
          </Button>
        </div>
      )}
    </div>
  )
}
