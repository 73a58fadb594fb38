import { useState } from 'react'
import { answerQuestion, readQuestions } from '../../domain/journal/questions.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { WordsForm } from '../design/words-form.tsx'
import type { Writing } from '../workspace/undo.ts'
import { viewOf } from '../workspace/workspace.ts'
import type { LessonPart } from './use-lesson-parts.ts'

/** What the class teacher asks about the lessons as a whole, answered in place by who keeps them. */
export function LessonQuestions({
  parts,
  write,
}: {
  parts: readonly LessonPart[]
  write: (writings: readonly Writing[]) => void
}) {
  return parts.map((part) => (
    <Questions
      key={part.id}
      part={part}
      onWrite={
        part.readOnly?.kind === 'notYours'
          ? undefined
          : (entry) => write([{ document: part.document, entries: [entry] }])
      }
    />
  ))
}

function Questions({
  part,
  onWrite,
}: {
  part: LessonPart
  /** Absent for who only reads. */
  onWrite: ((entry: Entry) => void) | undefined
}) {
  const { cellTalk } = useTexts()
  const [answering, setAnswering] = useState<string>()
  const { fold } = part.document
  const own = viewOf(fold, readQuestions).filter(({ lesson, pupil }) => lesson === part.key && pupil === '')
  return own.map(({ id, text, answer }) => (
    <Notice
      key={id}
      icon="note"
      tone={answer === undefined && onWrite ? 'act' : 'quiet'}
      title={cellTalk.asked}
      actions={
        answer === undefined &&
        onWrite &&
        answering !== id && <Button onClick={() => setAnswering(id)}>{cellTalk.answer}</Button>
      }
    >
      <p>{text}</p>
      {answer !== undefined && (
        <p>
          <b>{cellTalk.answered}:</b> {answer}
        </p>
      )}
      {answering === id && (
        <WordsForm
          label={cellTalk.answerText}
          maxLength={500}
          save={cellTalk.send}
          cancel={cellTalk.cancel}
          onSave={(words) => {
            onWrite?.(answerQuestion(id, words))
            setAnswering(undefined)
          }}
          onCancel={() => setAnswering(undefined)}
        />
      )}
    </Notice>
  ))
}
