import { useState } from 'react'
import type { ControlledJournal } from '../../domain/duties/class-control.ts'
import { readRemarks } from '../../domain/journal/remarks.ts'
import { journalName } from '../../domain/ledger/documents.ts'
import type { LessonGaps } from '../../domain/school/keeping-overview.ts'
import { lastFirst } from '../../domain/school/names.ts'
import { staffTitle, subjectTitle } from '../../domain/school/titles.ts'
import { Button } from '../design/button.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import keepingCss from '../office/keeping.module.css'
import { RemarkForm } from '../office/remark-form.tsx'
import { href } from '../route.ts'
import { useAuthors } from '../workspace/authors.ts'
import { viewOf } from '../workspace/workspace.ts'
import css from './desk.module.css'
import type { ClassDesk } from './use-class.ts'

/** One journal with what it lacks in the week, each gap leading to its lesson, and the remarks that stand. */
export function ControlledJournalSection({ journal, desk }: { journal: ControlledJournal; desk: ClassDesk }) {
  const { keeping, classControl: texts } = useTexts()
  const format = useFormat()
  const { school } = desk.source
  const name = journalName(journal)
  const [about, setAbout] = useState<LessonGaps | 'journal'>()
  const teachers = journal.teachers.map((id) => staffTitle(school, id)).join(', ')
  const title = `${subjectTitle(school, journal)}, ${teachers}`
  const lessonWords = ({ date, bell }: LessonGaps) => keeping.lessonAt(format.shortWeekday(date), bell)
  const missing = (gap: LessonGaps) => gap.missing.map((what) => keeping.gaps[what]).join(', ')
  const names = (pupils: readonly string[]) =>
    desk.view.pupils
      .filter(({ id }) => pupils.includes(id))
      .map(lastFirst)
      .join(', ')
  const marks = [
    ...(journal.fewMarks.length > 0 ? [texts.fewMarks(names(journal.fewMarks))] : []),
    ...(journal.noPeriodMark.length > 0 ? [texts.noPeriodMark(names(journal.noPeriodMark))] : []),
  ]
  const form = about && (
    <RemarkForm
      journal={journal}
      lesson={about === 'journal' ? undefined : about.key}
      suggestion={about === 'journal' ? marks.join(' ') : `${lessonWords(about)}: ${missing(about)}.`}
      onDone={() => setAbout(undefined)}
    />
  )
  return (
    <section className={keepingCss.journal} aria-label={title}>
      <h2>
        <a href={href({ screen: 'journal', journal: name })}>{title}</a>
      </h2>
      <p className={css.quiet}>{keeping.summary(journal.held, journal.marks)}</p>
      {marks.map((words) => (
        <p key={words}>{words}</p>
      ))}
      {journal.gaps.length > 0 && (
        <ul className={keepingCss.gaps}>
          {journal.gaps.map((gap) => (
            <li key={gap.key}>
              <a href={href({ screen: 'lesson', journal: name, lesson: gap.key })} className={keepingCss.gap}>
                <b>{lessonWords(gap)}</b>
                <span>{missing(gap)}</span>
              </a>
              <Button
                icon="note"
                aria-label={`${texts.remark}: ${title}, ${lessonWords(gap)}`}
                onClick={() => setAbout(gap)}
              >
                {texts.remark}
              </Button>
              {about === gap && form}
            </li>
          ))}
        </ul>
      )}
      <Remarks name={name} desk={desk} />
      {about === 'journal' ? (
        form
      ) : (
        <Button icon="note" className={keepingCss.back} onClick={() => setAbout('journal')}>
          {texts.remark}
        </Button>
      )}
    </section>
  )
}

/** Remarks that are not taken off, each with its answer. */
function Remarks({ name, desk }: { name: string; desk: ClassDesk }) {
  const { keeping } = useTexts()
  const format = useFormat()
  const authors = useAuthors()
  const fold = desk.journalDocument(name)?.fold
  const open = fold ? viewOf(fold, readRemarks).filter(({ closed }) => closed === undefined) : []
  if (open.length === 0) return null
  return (
    <ul className={keepingCss.list}>
      {open.map(({ id, date, text, author, answer }) => (
        <li key={id}>
          <p className={css.quiet}>{keeping.made(format.day(date), authors(author))}</p>
          <p>{text}</p>
          {answer ? (
            <p className={keepingCss.answer}>
              {keeping.answered(format.day(answer.date))}: {answer.text}
            </p>
          ) : (
            <p className={css.quiet}>{keeping.notAnswered}</p>
          )}
        </li>
      ))}
    </ul>
  )
}
