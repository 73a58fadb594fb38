import { useState } from 'react'
import { Button } from '../design/button.tsx'
import { TextAreaField } from '../design/field.tsx'
import css from './advice.module.css'
import type { AdviceTexts } from './texts.ts'

/** A question, and what would go along with it, in full before it goes. */
export function AskForm({
  texts,
  diagnostics,
  onAsk,
}: {
  texts: AdviceTexts
  diagnostics: string
  onAsk: (question: { text: string; diagnostics?: string }) => void
}) {
  const [text, setText] = useState('')
  const [attach, setAttach] = useState(true)
  const [sent, setSent] = useState(false)
  const written = text.trim().toWellFormed()
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!written) return
        onAsk({ text: written, ...(attach ? { diagnostics } : {}) })
        setText('')
        setSent(true)
      }}
    >
      <TextAreaField
        label={texts.question}
        hint={texts.questionHint}
        rows={4}
        maxLength={2000}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value)
          setSent(false)
        }}
      />
      <label className={css.check}>
        <input type="checkbox" checked={attach} onChange={() => setAttach(!attach)} />
        {texts.attach}
      </label>
      {attach && (
        <div>
          <p className={css.quiet}>{texts.attached}</p>
          <pre className={css.lines}>{diagnostics}</pre>
        </div>
      )}
      <Button type="submit" look="main" big disabled={!written}>
        {texts.send}
      </Button>
      <p role="status">{sent && texts.sent}</p>
    </form>
  )
}
