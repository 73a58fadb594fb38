import { useState } from 'react'
import type { Presence } from '../../domain/ledger/attributes.ts'
import { Button } from '../design/button.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { WordsForm } from '../design/words-form.tsx'
import { shownPresence } from '../lesson/roll.ts'
import type { CellChange } from './cell-changes.ts'
import type { CellDetails } from './cell-details.ts'
import css from './cell-talk.module.css'

interface TalkProps {
  cell: CellDetails
  onChange: (change: CellChange) => void
}

/** What the class teacher asks and proposes, and what the subject teacher says to it. */
export function CellTalk({ cell, onChange }: TalkProps) {
  const { cellTalk } = useTexts()
  const { questions, proposal, allowed } = cell
  const asks = allowed.asks && !allowed.answers
  if (!asks && questions.length === 0 && !proposal) return null
  return (
    <section className={css.talk} aria-label={cellTalk.title}>
      {proposal && <Proposed cell={cell} onChange={onChange} />}
      {questions.map((question) => (
        <div key={question.id} className={css.said} data-open={question.answer === undefined}>
          <h3>{cellTalk.asked}</h3>
          <p className={css.words}>{question.text}</p>
          {question.answer !== undefined ? (
            <Answered text={question.answer} />
          ) : allowed.answers ? (
            <Answering
              open={cellTalk.answer}
              onSave={(text) => onChange({ kind: 'answer', question: question.id, text })}
            />
          ) : (
            <Waits onTakeBack={asks && (() => onChange({ kind: 'takeBack', question: question.id }))} />
          )}
        </div>
      ))}
      {asks && <Asking cell={cell} onChange={onChange} />}
    </section>
  )
}

function Proposed({ cell, onChange }: TalkProps) {
  const { cellTalk } = useTexts()
  const { allowed, proposal, lockedPeriod } = cell
  const inWords = usePresenceInWords()
  if (!proposal) return null
  const words = inWords(proposal.presence)
  const { state, answer } = proposal
  return (
    <div className={css.said} data-open={state === 'open'}>
      <h3>{allowed.answers ? cellTalk.proposes(words) : cellTalk.proposed(words)}</h3>
      {state === 'settled' && <p>{cellTalk.settled}</p>}
      {answer !== undefined && state !== 'settled' && <Answered text={answer} />}
      {state === 'open' && !allowed.answers && (
        <Waits onTakeBack={allowed.asks && (() => onChange({ kind: 'propose', presence: null }))} />
      )}
      {state === 'open' && allowed.answers && (
        <>
          {allowed.presence && lockedPeriod === undefined && (
            <Button look="main" onClick={() => onChange({ kind: 'accept' })}>
              {cellTalk.acceptAs(words)}
            </Button>
          )}
          <Answering open={cellTalk.refuse} onSave={(text) => onChange({ kind: 'answerProposal', text })} />
        </>
      )}
    </div>
  )
}

function Answered({ text }: { text: string }) {
  const { cellTalk } = useTexts()
  return (
    <p className={css.words}>
      <b>{cellTalk.answered}:</b> {text}
    </p>
  )
}

function Waits({ onTakeBack }: { onTakeBack: (() => void) | false }) {
  const { cellTalk } = useTexts()
  return (
    <div className={css.row}>
      <p className={css.quiet}>{cellTalk.waitsTeacher}</p>
      {onTakeBack && (
        <Button look="quiet" onClick={onTakeBack}>
          {cellTalk.takeBack}
        </Button>
      )}
    </div>
  )
}

function Answering({ open, onSave }: { open: string; onSave: (text: string) => void }) {
  const { cellTalk } = useTexts()
  const [writing, setWriting] = useState(false)
  if (!writing) return <Button onClick={() => setWriting(true)}>{open}</Button>
  return (
    <WordsForm
      label={cellTalk.answerText}
      maxLength={500}
      save={cellTalk.send}
      cancel={cellTalk.cancel}
      onSave={onSave}
      onCancel={() => setWriting(false)}
    />
  )
}

function Asking({ cell, onChange }: TalkProps) {
  const { cellTalk } = useTexts()
  const [writing, setWriting] = useState(false)
  const shown = shownPresence(cell.presence, cell.roll)
  const offers = (['present', 'absent', 'late'] as const).filter((value) => value !== shown)
  const free = cell.proposal?.state !== 'open' && cell.held
  return (
    <>
      {free && (
        <fieldset className={css.propose}>
          <legend>{cellTalk.proposeTitle}</legend>
          {offers.map((value) => (
            <Button
              key={value}
              onClick={() =>
                onChange({ kind: 'propose', presence: value === 'late' ? { late: null } : value })
              }
            >
              {cellTalk.propose[value]}
            </Button>
          ))}
        </fieldset>
      )}
      {writing ? (
        <WordsForm
          label={cellTalk.question}
          hint={cellTalk.questionHelp}
          maxLength={500}
          save={cellTalk.send}
          cancel={cellTalk.cancel}
          onSave={(text) => {
            onChange({ kind: 'ask', id: crypto.randomUUID().slice(0, 8), text })
            setWriting(false)
          }}
          onCancel={() => setWriting(false)}
        />
      ) : (
        <Button icon="note" onClick={() => setWriting(true)}>
          {cellTalk.ask}
        </Button>
      )}
    </>
  )
}

function usePresenceInWords(): (presence: Presence) => string {
  const { lesson } = useTexts()
  return (presence) => {
    if (typeof presence === 'string') return lesson[presence]
    return presence.late === null ? lesson.late : lesson.lateBy(presence.late)
  }
}
