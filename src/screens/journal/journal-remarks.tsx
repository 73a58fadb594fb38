import { useState } from 'react'
import { answerRemark, closeRemark, type Remark, readRemarks } from '../../domain/journal/remarks.ts'
import { entity, type JournalKey } from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import { foresee } from '../../domain/policy/keeping-right.ts'
import { Button } from '../design/button.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { WordsForm } from '../design/words-form.tsx'
import { useAuthors } from '../workspace/authors.ts'
import { useActor, useNow, usePolicy, viewOf } from '../workspace/workspace.ts'
import css from './journal-remarks.module.css'

/** Longest answer, in letters. */
const longest = 1000

/** «Замечания» over the page of a journal: nothing while none stand; the teacher answers, the office closes. */
export function JournalRemarks({
  journal,
  fold,
  write,
}: {
  journal: JournalKey
  fold: Fold
  write: (entries: readonly Entry[]) => void
}) {
  const { keeping } = useTexts()
  const policy = usePolicy()
  const actor = useActor()
  const { date, time } = useNow()
  const standing = viewOf(fold, readRemarks).filter(({ closed }) => closed === undefined)
  if (standing.length === 0) return null
  const may = (entry: Entry) =>
    foresee(policy, journal, actor, entry, { today: date, time, movedTo: () => undefined }).kind === 'ok'
  const mayAnswer = may({ entity: entity.remark('x'), attribute: 'remark.answer', value: null })
  const mayClose = may({ entity: entity.remark('x'), attribute: 'remark.closed', value: null })
  return (
    <details className={css.panel} open={mayAnswer}>
      <summary>{keeping.remarks(standing.length, standing.filter(({ answer }) => answer).length)}</summary>
      <ul>
        {standing.map((remark) => (
          <StandingRemark
            key={remark.id}
            remark={remark}
            onAnswer={mayAnswer ? (text) => write([answerRemark(remark.id, { date, text })]) : undefined}
            onClose={mayClose ? () => write([closeRemark(remark.id, date)]) : undefined}
          />
        ))}
      </ul>
    </details>
  )
}

function StandingRemark({
  remark: { date, text, author, answer },
  onAnswer,
  onClose,
}: {
  remark: Remark
  onAnswer: ((text: string) => void) | undefined
  onClose: (() => void) | undefined
}) {
  const { keeping, frame } = useTexts()
  const format = useFormat()
  const authors = useAuthors()
  const [answering, setAnswering] = useState(false)
  return (
    <li>
      <p className={css.quiet}>{keeping.made(format.day(date), authors(author))}</p>
      <p className={css.text}>{text}</p>
      {answer && (
        <p>
          <span className={css.quiet}>{keeping.answered(format.day(answer.date))}: </span>
          {answer.text}
        </p>
      )}
      {answering && onAnswer ? (
        <WordsForm
          label={keeping.answerLabel}
          value={answer?.text ?? ''}
          maxLength={longest}
          save={keeping.answer}
          cancel={frame.cancel}
          onSave={(words) => {
            onAnswer(words)
            setAnswering(false)
          }}
          onCancel={() => setAnswering(false)}
        />
      ) : (
        <div className={css.actions}>
          {onAnswer && <Button onClick={() => setAnswering(true)}>{keeping.answer}</Button>}
          {onClose && <Button onClick={onClose}>{keeping.close}</Button>}
        </div>
      )}
    </li>
  )
}
