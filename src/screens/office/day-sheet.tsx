import { useState } from 'react'
import {
  entity,
  type JournalKey,
  journalName,
  type LessonKey,
  readLessonKey,
} from '../../domain/ledger/documents.ts'
import { lessonsOn } from '../../domain/school/calendar.ts'
import { assignedTo } from '../../domain/school/substitutes.ts'
import { classTitle, staffTitle, subjectTitle } from '../../domain/school/titles.ts'
import { type SheetLine, sheetText, substitutionSheet } from '../../print/substitution-sheet.ts'
import type { BoardLesson } from '../../sync/account-client.ts'
import { Button } from '../design/button.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { PdfProgress } from '../papers/pdf-progress.tsx'
import { usePdf } from '../papers/use-pdf.ts'
import { useJournalWriting } from '../workspace/use-journal-writing.ts'
import { useSchool } from '../workspace/workspace.ts'
import css from './substitutions.module.css'
import { useBoard } from './use-board.ts'
import { WaitingForJournal } from './waiting-for-journal.tsx'

interface DayChange extends SheetLine {
  id: string
  lesson: JournalKey & { date: string; bell: number }
  /** Of a lesson called off or moved. */
  key?: LessonKey
}

const nothing = () => {}

/** What is changed on a day, to take back, print and share. */
export function DaySheet({
  date,
  onWithdraw,
}: {
  date: string
  onWithdraw: (lesson: JournalKey & { date: string; bell: number }) => void
}) {
  const school = useSchool()
  const { saving, saveForm, cancel } = usePdf()
  const { substitutions: texts, office, today } = useTexts()
  const format = useFormat()
  const { board } = useBoard('board,changes', date)
  const [shared, setShared] = useState<'copied' | 'failed'>()
  const lines = changesOf()
  const title = format.weekday(date)

  function changesOf(): DayChange[] {
    const described = (lesson: JournalKey & { date: string; bell: number }) => ({
      lesson,
      bell: lesson.bell,
      className: classTitle(school, lesson.class),
      subject: subjectTitle(school, lesson),
    })
    const given = lessonsOn(school, date)
      .filter(({ substituted }) => substituted)
      .map((lesson): DayChange => {
        const by = lesson.teachers.map((id) => staffTitle(school, id)).join(', ')
        const instead = assignedTo(school, lesson, date).map((id) => staffTitle(school, id))
        return {
          ...described(lesson),
          id: `${journalName(lesson)} ${lesson.bell}`,
          teacher: by,
          instead: instead.join(', '),
        }
      })
    const changed = (board?.lessons ?? []).flatMap((lesson): DayChange[] => {
      const change = changeOf(lesson)
      return change
        ? [{ ...described(lesson), id: lesson.key!, key: lesson.key as LessonKey, ...change }]
        : []
    })
    return [...given, ...changed].sort((a, b) => a.bell - b.bell)
  }

  function changeOf(lesson: BoardLesson): Pick<SheetLine, 'teacher' | 'instead' | 'note'> | undefined {
    if (lesson.key === undefined) return undefined
    const teacher = staffTitle(school, lesson.teacher)
    if (lesson.cancelled) return { teacher: '', instead: teacher, note: texts.cancelledNote }
    const born = readLessonKey(lesson.key as LessonKey)
    if (born.date === lesson.date && born.bell === lesson.bell) return undefined
    return { teacher, instead: '', note: texts.movedFrom(format.short(born.date), born.bell) }
  }

  function print() {
    const form = substitutionSheet(school.profile?.name ?? '', date, lines)
    void saveForm(`${texts.fileName} ${date}`, form, form)
  }

  async function share() {
    const text = sheetText(date, lines)
    try {
      if (navigator.share) await navigator.share({ text })
      else {
        await navigator.clipboard.writeText(text)
        setShared('copied')
      }
    } catch (error) {
      // Closing the system's sheet is no fault.
      if (!(error instanceof DOMException && error.name === 'AbortError')) setShared('failed')
    }
  }

  return (
    <section className={css.sheet} aria-label={`${texts.sheet}, ${title}`}>
      <h2>
        {texts.sheet}: {title}
      </h2>
      {lines.length === 0 ? (
        <p className={css.quiet}>{texts.nothing}</p>
      ) : (
        <>
          <ul className={css.list}>
            {lines.map((line) => (
              <li key={line.id}>
                <p className={css.name}>
                  {today.lesson(line.bell)}, {line.className}, {line.subject}
                </p>
                <p>
                  {line.teacher} {line.note}{' '}
                  {line.instead && <span className={css.quiet}>{office.instead(line.instead)}</span>}
                </p>
                {line.key === undefined ? (
                  <Button
                    className={css.withdraw}
                    aria-label={`${office.withdraw}: ${line.className}, ${line.subject}`}
                    onClick={() => onWithdraw(line.lesson)}
                  >
                    {office.withdraw}
                  </Button>
                ) : (
                  <TakeBack
                    journal={line.lesson}
                    lesson={line.key}
                    cancelled={line.note === texts.cancelledNote}
                  />
                )}
              </li>
            ))}
          </ul>
          <div className={css.actions}>
            <Button icon="install" disabled={saving.kind === 'printing'} onClick={print}>
              {texts.print}
            </Button>
            <Button icon="copy" onClick={() => void share()}>
              {texts.share}
            </Button>
            {shared && <span role="status">{texts.shared[shared]}</span>}
          </div>
          <PdfProgress saving={saving} onCancel={cancel} />
        </>
      )}
    </section>
  )
}

function TakeBack({
  journal,
  lesson,
  cancelled,
}: {
  journal: JournalKey
  lesson: LessonKey
  cancelled: boolean
}) {
  const { substitutions: texts } = useTexts()
  const writing = useJournalWriting(journal, nothing)
  const attribute = cancelled ? 'lesson.cancelled' : 'lesson.moved'
  return (
    <>
      <WaitingForJournal writing={writing} />
      <Button
        className={css.withdraw}
        disabled={writing.waits}
        onClick={() => writing.write([{ entity: entity.lesson(lesson), attribute, value: null }])}
      >
        {texts.takeBack}
      </Button>
    </>
  )
}
