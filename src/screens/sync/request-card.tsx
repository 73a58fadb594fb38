import { useState } from 'react'
import { Button } from '../design/button.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { WordsForm } from '../design/words-form.tsx'
import css from './list-page.module.css'
import type { RequestState } from './locked-entries.ts'

/** Entries of one journal and period that did not count because the period was locked. */
export interface LockedEntries {
  id: string
  /** «7А, Математика, II четверть» */
  where: string
  count: number
  state: RequestState
  /** How many of them would be written anew; 0: the journal says the same already. */
  rewritable: number
}

export interface RequestActions {
  onRequest: (id: string, text: string) => void
  /** Writes the entries as new ones. */
  onRewrite: (id: string) => void
}

/** Asks the office to open the period, tells how it stands, and writes again once it is open. */
export function RequestCard({ entries, onRequest, onRewrite }: { entries: LockedEntries } & RequestActions) {
  const { requests } = useTexts()
  const [writing, setWriting] = useState(false)
  const { id, where, count, state, rewritable } = entries
  const asks = state.kind === 'none' || state.kind === 'refused' || state.kind === 'ended'
  return (
    <section className={css.card} aria-label={where}>
      <h2>{where}</h2>
      <p>{requests.group(count)}</p>
      <StateWords state={state} />
      {state.kind === 'open' &&
        (rewritable > 0 ? (
          <div className={css.actions}>
            <Button look="main" onClick={() => onRewrite(id)}>
              {requests.rewrite(rewritable)}
            </Button>
          </div>
        ) : (
          <p className={css.lead}>{requests.stands}</p>
        ))}
      {asks && writing && (
        <WordsForm
          label={requests.text}
          hint={requests.textHelp}
          maxLength={500}
          save={requests.send}
          cancel={requests.cancel}
          onSave={(text) => {
            onRequest(id, text)
            setWriting(false)
          }}
          onCancel={() => setWriting(false)}
        />
      )}
      {asks && !writing && (
        <div className={css.actions}>
          <Button look={state.kind === 'none' ? 'main' : 'plain'} onClick={() => setWriting(true)}>
            {state.kind === 'none' ? requests.ask : requests.askAgain}
          </Button>
        </div>
      )}
    </section>
  )
}

function StateWords({ state }: { state: RequestState }) {
  const { requests } = useTexts()
  const format = useFormat()
  switch (state.kind) {
    case 'none':
      return null
    case 'waits':
      return (
        <p className={css.lead}>
          {requests.waits} {requests.yours(state.text)}
        </p>
      )
    case 'refused':
      return <p className={css.why}>{requests.refused(state.why)}</p>
    case 'granted':
      return <p className={css.lead}>{requests.granted}</p>
    case 'ended':
      return <p className={css.lead}>{requests.ended(format.day(state.until))}</p>
    case 'open':
      return (
        <p className={css.lead}>
          {state.until === undefined ? requests.open : requests.openUntil(format.day(state.until))}
        </p>
      )
  }
}
