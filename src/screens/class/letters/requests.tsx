import { useState } from 'react'
import { addSpan } from '../../../domain/duties/absence-spans.ts'
import type { Entry } from '../../../domain/ledger/fact.ts'
import { lastFirst } from '../../../domain/school/names.ts'
import { unanswered } from '../../../domain/thread/awaited.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { useFormat, useTexts } from '../../design/texts/language.tsx'
import { WordsForm } from '../../design/words-form.tsx'
import { useUndoAcross } from '../../workspace/undo.ts'
import css from '../desk.module.css'
import type { ClassDesk } from '../use-class.ts'
import type { Thread } from './use-threads.ts'

/** What families told or asked and wait to be answered. `quiet`: says nothing where nothing waits. */
export function Requests({
  desk,
  threads,
  quiet = false,
}: {
  desk: ClassDesk
  threads: readonly Thread[]
  quiet?: boolean
}) {
  const texts = useTexts().classLetters
  const format = useFormat()
  const { write, undo, canUndo } = useUndoAcross()
  const fold = desk.classDocument?.fold
  const waiting = threads.flatMap((thread) => {
    const { expected, corrections } = unanswered(thread.view)
    return [
      ...expected.map((one) => ({ thread, kind: 'expected' as const, one })),
      ...corrections.map((one) => ({ thread, kind: 'correction' as const, one })),
    ]
  })
  if (quiet && waiting.length === 0 && !canUndo) return null
  return (
    <section className={css.section} aria-label={texts.requests(waiting.length)}>
      {canUndo && (
        <div className={css.actions}>
          <Button look="quiet" icon="undo" onClick={undo}>
            {texts.undo}
          </Button>
        </div>
      )}
      {waiting.length === 0 ? (
        <Notice tone="empty" icon="check" title={texts.nothingWaits} />
      ) : (
        <ul className={css.list}>
          {waiting.map(({ thread: { pupil, document }, kind, one }) => {
            const answer = (accepted: boolean, text?: string) => {
              const entry: Entry = {
                entity: one.id,
                attribute: `${kind}.answer`,
                value: text ? { accepted, text } : { accepted },
              }
              const span =
                accepted && kind === 'expected' && fold
                  ? [
                      addSpan(fold, {
                        pupil: pupil.id,
                        from: one.from,
                        to: one.to,
                        code: 'У',
                        document: texts.spanDocument,
                      }),
                    ]
                  : []
              write([
                { document: desk.classDocument, entries: span },
                { document, entries: [entry] },
              ])
            }
            return (
              <Request
                key={one.id}
                title={lastFirst(pupil)}
                words={
                  kind === 'expected'
                    ? texts.absent(format.day(one.from), format.day(one.to), one.reason)
                    : texts.correct(one.about, one.text)
                }
                accept={kind === 'expected' ? texts.acceptAbsence : texts.acceptCorrection}
                onAnswer={answer}
              />
            )
          })}
        </ul>
      )}
    </section>
  )
}

/** One thing asked: taken with one tap, or declined with a word. */
function Request({
  title,
  words,
  accept,
  onAnswer,
}: {
  title: string
  words: string
  accept: string
  onAnswer: (accepted: boolean, text?: string) => void
}) {
  const texts = useTexts().classLetters
  const [declining, setDeclining] = useState(false)
  return (
    <li>
      <div>
        <b>{title}</b>
        <p>{words}</p>
      </div>
      {!declining && (
        <div className={css.actions}>
          <Button look="main" icon="check" onClick={() => onAnswer(true)}>
            {accept}
          </Button>
          <Button look="quiet" onClick={() => setDeclining(true)}>
            {texts.decline}
          </Button>
        </div>
      )}
      {declining && (
        <div className={css.wide}>
          <WordsForm
            label={texts.why}
            maxLength={500}
            save={texts.decline}
            cancel={texts.cancel}
            onSave={(text) => onAnswer(false, text)}
            onCancel={() => setDeclining(false)}
          />
        </div>
      )}
    </li>
  )
}
