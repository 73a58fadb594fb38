import { useRef, useState } from 'react'
import { type CarriedAnswer, deliverOutbox } from '../../sync/outbox-client.ts'
import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import css from './list-page.module.css'

/** Takes a file of sealed entries and sends it to the server; nobody need be signed in. */
export function CarryForm() {
  const { carry } = useTexts()
  const picker = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<CarriedAnswer>()

  async function send(file: File) {
    setBusy(true)
    setAnswer(undefined)
    setAnswer(await deliverOutbox(new Uint8Array(await file.arrayBuffer()), '', fetch))
    setBusy(false)
  }

  return (
    <>
      <p className={css.lead}>{carry.sendLead}</p>
      <div className={css.actions}>
        <input
          ref={picker}
          type="file"
          accept=".parta"
          hidden
          data-outbox
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) void send(file)
            // The same file can be chosen again.
            target.value = ''
          }}
        />
        <Button look="main" icon="clip" disabled={busy} onClick={() => picker.current?.click()}>
          {busy ? carry.sending : carry.choose}
        </Button>
      </div>
      <div aria-live="polite">{answer && <CarriedNotice answer={answer} />}</div>
    </>
  )
}

function CarriedNotice({ answer }: { answer: CarriedAnswer }) {
  const { carry } = useTexts()
  if (!answer.ok)
    return (
      <Notice tone="act" icon="alert">
        {carry[answer.code]}
      </Notice>
    )
  const { taken, later, refused, unreadable } = answer.outcome
  return (
    <Notice
      tone={refused > 0 || unreadable > 0 ? 'act' : 'quiet'}
      icon={taken > 0 ? 'check' : 'alert'}
      title={taken > 0 ? carry.done : undefined}
    >
      {taken > 0 && <p>{carry.taken(taken)}</p>}
      {later > 0 && <p>{carry.later(later)}</p>}
      {refused > 0 && <p>{carry.refused(refused)}</p>}
      {unreadable > 0 && <p>{carry.unreadable}</p>}
    </Notice>
  )
}
