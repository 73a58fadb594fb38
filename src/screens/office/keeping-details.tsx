import { useState } from 'react'
import { journalName } from '../../domain/ledger/documents.ts'
import type { LessonGaps } from '../../domain/school/keeping-overview.ts'
import { classTitle, staffTitle, subjectTitle } from '../../domain/school/titles.ts'
import type { OverviewJournal } from '../../sync/keeping-answer.ts'
import { Button, ButtonLink } from '../design/button.tsx'
import { Chip } from '../design/chip.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { href } from '../route.ts'
import { useSchool } from '../workspace/workspace.ts'
import css from './keeping.module.css'
import type { KeepingBy, KeepingLine } from './keeping.ts'
import { RemarkForm } from './remark-form.tsx'

/** Gaps of a journal shown before the rest is asked for. */
const shownAtFirst = 8

/** Journals of a teacher or a class, each with what it lacks; every gap leads to its lesson. */
export function KeepingDetails({
  line,
  by,
  timeName,
}: {
  line: KeepingLine | undefined
  by: KeepingBy
  timeName: string
}) {
  const { keeping } = useTexts()
  return (
    <>
      <ButtonLink look="quiet" icon="back" href={href({ screen: 'keeping', by })} className={css.back}>
        {keeping.title}
      </ButtonLink>
      <div>
        <h1>{line?.name ?? keeping.title}</h1>
        <p className={css.quiet}>{timeName}</p>
      </div>
      {!line && <Notice tone="empty" icon="journals" title={keeping.nothingOf} />}
      {line?.journals.map((journal) => (
        <JournalSection key={journalName(journal)} journal={journal} by={by} />
      ))}
    </>
  )
}

function JournalSection({ journal, by }: { journal: OverviewJournal; by: KeepingBy }) {
  const school = useSchool()
  const { keeping } = useTexts()
  const format = useFormat()
  const [all, setAll] = useState(false)
  const [about, setAbout] = useState<LessonGaps | 'journal'>()
  const name = journalName(journal)
  const title =
    by === 'teachers'
      ? `${classTitle(school, journal.class)}, ${subjectTitle(school, journal)}`
      : `${subjectTitle(school, journal)}, ${journal.teachers.map((id) => staffTitle(school, id)).join(', ')}`
  const gaps = all ? journal.gaps : journal.gaps.slice(-shownAtFirst)
  const lessonWords = ({ date, bell }: LessonGaps) => keeping.lessonAt(format.shortWeekday(date), bell)
  const missing = (gap: LessonGaps) => gap.missing.map((what) => keeping.gaps[what]).join(', ')
  const form = about && (
    <RemarkForm
      journal={journal}
      lesson={about === 'journal' ? undefined : about.key}
      suggestion={about === 'journal' ? '' : `${lessonWords(about)}: ${missing(about)}.`}
      onDone={() => setAbout(undefined)}
    />
  )
  return (
    <section className={css.journal} aria-label={title}>
      <h2>
        <a href={href({ screen: 'journal', journal: name })}>{title}</a>
      </h2>
      <p className={css.quiet}>
        {keeping.summary(journal.held, journal.marks)}
        {journal.lastReceipt !== null && ` ${keeping.received(format.moment(journal.lastReceipt))}`}
      </p>
      <div className={css.chips}>
        {journal.noPeriodMarks > 0 && <Chip tone="act">{keeping.noPeriodMarks(journal.noPeriodMarks)}</Chip>}
        {journal.conflicts > 0 && <Chip tone="act">{keeping.conflicts(journal.conflicts)}</Chip>}
        {journal.remarks > 0 && <Chip>{keeping.remarks(journal.remarks, journal.answered)}</Chip>}
        {journal.gaps.length === 0 && journal.noPeriodMarks === 0 && (
          <Chip tone="ok" icon="check">
            {keeping.noGaps}
          </Chip>
        )}
      </div>
      {!all && journal.gaps.length > shownAtFirst && (
        <Button look="quiet" className={css.back} onClick={() => setAll(true)}>
          {keeping.earlier(journal.gaps.length - shownAtFirst)}
        </Button>
      )}
      {gaps.length > 0 && (
        <ul className={css.gaps}>
          {gaps.map((gap) => (
            <li key={gap.key}>
              <a href={href({ screen: 'lesson', journal: name, lesson: gap.key })} className={css.gap}>
                <b>{lessonWords(gap)}</b>
                <span>{missing(gap)}</span>
              </a>
              <Button
                icon="note"
                aria-label={`${keeping.remark}: ${title}, ${lessonWords(gap)}`}
                onClick={() => setAbout(gap)}
              >
                {keeping.remark}
              </Button>
              {about === gap && form}
            </li>
          ))}
        </ul>
      )}
      {about === 'journal' ? (
        form
      ) : (
        <Button icon="note" className={css.back} onClick={() => setAbout('journal')}>
          {keeping.remarkOfJournal}
        </Button>
      )}
    </section>
  )
}
