import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import type { Lesson } from '../../domain/journal/journal-view.ts'
import { giveMark, notePresence } from '../../domain/journal/keeping.ts'
import type { Mark, Presence, Reason } from '../../domain/ledger/attributes.ts'
import {
  classDocument,
  entity,
  type JournalKey,
  journalDocument,
  journalName,
  lessonKey,
} from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import type { Fold } from '../../domain/ledger/fold.ts'
import { lockOn } from '../../domain/policy/judge.ts'
import { lessonsOn } from '../../domain/school/calendar.ts'
import { type ClassView, readClass } from '../../domain/school/class-view.ts'
import { lastFirst } from '../../domain/school/names.ts'
import type { Period } from '../../domain/school/school-view.ts'
import { classTitle, isPhysicalEducation, subjectTitle } from '../../domain/school/titles.ts'
import { useTexts } from '../design/texts/language.tsx'
import { gradingOf } from '../lesson/lesson-view.ts'
import { href, navigate } from '../route.ts'
import { showToPupil } from '../show/showing.ts'
import { useAuthors } from '../workspace/authors.ts'
import { Reading } from '../workspace/reading.tsx'
import { useUndo } from '../workspace/undo.ts'
import { useDocuments } from '../workspace/use-documents.ts'
import { useActor, useNow, useSchool, useWorkspace, viewOf } from '../workspace/workspace.ts'
import { entriesOfChange } from './cell-changes.ts'
import type { CellDetails } from './cell-details.ts'
import { detailsOf } from './cell-details-of.ts'
import { type CellPart, conflictsOf, historyOf, partsOf } from './cell-view.ts'
import { columnText, keeperOf, movedFrom } from './column-facts.ts'
import type { ColumnDetails } from './column-panel.tsx'
import type { CellAt, GridColumn, GridEntry } from './grid.ts'
import { anotherMark, entriesOf } from './grid-entries.ts'
import { GroupNotice } from './group-notice.tsx'
import { Journal } from './journal.tsx'
import { leftPage } from './journal-memory.ts'
import { JournalRemarks } from './journal-remarks.tsx'
import { PageLessons } from './page-lessons.ts'
import { PageRows, pupilsBetween } from './page-rows.ts'
import type { PeriodCellDetails } from './period-panel.tsx'
import { useAllowed, useNoteRight } from './use-allowed.ts'
import { useEarlierMarks } from './use-earlier-marks.ts'
import { useEndColumns } from './use-end-columns.ts'
import { useYearView } from './use-year-view.ts'

const CellEvidence = lazy(async () => ({ default: (await import('./cell-evidence.tsx')).CellEvidence }))

/** Журнал: the ruled page of one journal, a period at a time. */
export function JournalPage({ journal, at }: { journal: JournalKey; at: CellAt | undefined }) {
  const ids = useMemo(() => [journalDocument(journal), classDocument(journal.class)], [journal])
  const open = useDocuments(ids)
  const fold = open.get(ids[0]!)?.fold
  const classFold = open.get(ids[1]!)?.fold
  if (!fold || !classFold || classFold.version === 0) return <Reading loaded={false} />
  return <Page journal={journal} at={at} fold={fold} members={viewOf(classFold, readClass)} />
}

const noLessons: readonly Lesson[] = []

interface PageProps {
  journal: JournalKey
  at: CellAt | undefined
  fold: Fold
  members: ClassView
}

function Page({ journal, at, fold, members }: PageProps) {
  const { session } = useWorkspace()
  const { office, cell: cellTexts } = useTexts()
  const school = useSchool()
  const now = useNow()
  const authors = useAuthors()
  const actor = useActor()
  const document = useDocuments(useMemo(() => [journalDocument(journal)], [journal])).get(
    journalDocument(journal),
  )
  const { write, undo } = useUndo(document)
  const name = journalName(journal)
  const memory = `${session.user} ${name}`
  const lessonsMemo = useRef(new PageLessons())
  const rowsMemo = useRef(new PageRows())
  const page = useYearView(journal, at, memory)
  const { view, periods } = page

  const slot = lessonsOn(school, now.date, { class: journal.class }).find((it) => journalName(it) === name)
  const all = lessonsMemo.current.all(fold)
  const lessons = view.lessons
    ? lessonsMemo.current.between(fold, {
        from: view.starts,
        to: view.ends,
        also: slot && lessonKey(now.date, slot.bell),
        works: page.worksOnly,
      })
    : noLessons
  const pupils = useMemo(
    () => pupilsBetween(members, journal.group, view.starts, view.ends),
    [members, journal.group, view],
  )
  const grading = gradingOf(school, journal, now.date)
  const earlier = useEarlierMarks(school, journal)
  const rows = rowsMemo.current.of(
    {
      fold,
      members,
      key: journal,
      all,
      lessons,
      time: view,
      ends: view.marks,
      grading,
      settings: school.markSettings,
      elsewhere: lessonsMemo.current.elsewhere,
      titleOf: (from) => classTitle(school, from.class),
      earlier,
      user: session.user,
    },
    pupils,
  )
  const allowedAt = useAllowed(journal, fold)
  const subject = subjectTitle(school, journal)
  const ends = useEndColumns(journal, fold, view.marks, grading, write)
  const columns = useMemo(
    () =>
      lessons.map(
        (lesson): GridColumn => ({
          lesson: lesson.key,
          href: href({ screen: 'lesson', journal: name, lesson: lesson.key }),
          date: lesson.date,
          bell: lesson.bell,
          today: lesson.date === now.date,
          held: lesson.held,
          roll: lesson.roll,
          locked: lockOn(school, journal.class, lesson.date, now.date) !== undefined,
          note: lesson.note,
          movedFrom: movedFrom(lesson),
          cancelled: lesson.cancelled,
        }),
      ),
    [lessons, name, now.date, school, journal.class],
  )

  const [column, setColumn] = useState<string>()
  const noteRight = useNoteRight(journal, fold)
  const teacher = session.profile.person
  const lessonAt = (cell: CellAt) => lessons.find(({ key }) => key === cell.lesson)
  const latest = useRef({ lessonAt, teacher, fold, write, allowedAt })
  latest.current = { lessonAt, teacher, fold, write, allowedAt }
  const enter = useCallback((cell: CellAt, entries: (lesson: Lesson, fold: Fold) => Entry[]) => {
    const { lessonAt, write, fold } = latest.current
    const lesson = lessonAt(cell)
    if (lesson) write(entries(lesson, fold))
  }, [])
  const onEntry = useCallback(
    (cell: CellAt, entry: GridEntry) =>
      enter(cell, (lesson, fold) =>
        entriesOf(fold, lesson, latest.current.teacher, cell.pupil, entry, latest.current.allowedAt(lesson)),
      ),
    [enter],
  )
  const lesson = at && lessonAt(at)
  const here = { device: session.device, name: cellTexts.thisDevice }
  const pupil = at && pupils.find(({ id }) => id === at.pupil)
  const cell: CellDetails | undefined =
    at && lesson && pupil
      ? {
          ...detailsOf(fold, members, lesson, pupil, { authors, here }, isPhysicalEducation(subject)),
          lessonHref: href({ screen: 'lesson', journal: name, lesson: lesson.key }),
          grading,
          allowed: allowedAt(lesson),
          lockedPeriod: lockedName(office.period, lockOn(school, journal.class, lesson.date, now.date)),
        }
      : undefined
  const end = at && view.marks.find(({ place }) => place === at.lesson)
  const periodPart: CellPart | undefined = end && {
    entity: entity.periodMark(end.id, at.pupil),
    attribute: 'periodmark',
  }
  const periodCell: PeriodCellDetails | undefined =
    at && pupil && periodPart
      ? {
          at,
          name: lastFirst(pupil),
          mark: fold.value(periodPart.entity, 'periodmark'),
          cell: rows.find((row) => row.pupil === pupil.id)?.ends.get(at.lesson),
          conflicts: conflictsOf(fold, [periodPart], authors),
          history: historyOf(fold, [periodPart], authors, here),
        }
      : undefined
  const looked = columns.find((one) => one.lesson === column)
  const openColumn: ColumnDetails | undefined = looked && {
    column: looked,
    topic: lessons.find(({ key }) => key === column)?.topic,
    writable: noteRight(looked.lesson),
    text: columnText(rows, columns.indexOf(looked)),
  }
  const partsAt = (where: CellAt): readonly CellPart[] => {
    if (periodPart) return [periodPart]
    const own = lessonAt(where)
    return own ? partsOf(fold, own, where.pupil) : []
  }

  return (
    <>
      <GroupNotice journal={journal} fold={fold} members={members} write={write} />
      <JournalRemarks journal={journal} fold={fold} write={write} />
      <Journal
        className={classTitle(school, journal.class)}
        subject={subject}
        controlsHref={href({ screen: 'controls', class: journal.class })}
        copyHref={grading === 'none' ? undefined : href({ screen: 'copy', journal: name })}
        debtsHref={grading === 'none' ? undefined : href({ screen: 'debts', journal: name })}
        grading={grading}
        anything={all.length > 0}
        school={school.profile?.name ?? ''}
        teacher={keeperOf(school, journal, now.date)}
        periods={periods.map((it) => ({ id: it.id, name: office.period(it.kind, it.number) }))}
        months={page.months}
        view={view.id}
        viewName={page.name}
        onView={page.choose}
        worksOnly={page.worksOnly}
        onWorksOnly={page.chooseWorks}
        onToday={page.showsToday ? undefined : page.chooseToday}
        columns={columns}
        rows={rows}
        averages={grading === 'marks'}
        left={leftPage(memory)?.places.get(view.id)}
        onLeave={(place) => leftPage(memory)?.places.set(view.id, place)}
        column={openColumn}
        onColumn={(key) => {
          setColumn(key)
          if (key !== undefined && at) navigate({ screen: 'journal', journal: name }, { replace: true })
        }}
        onNote={(key, note) => {
          const own = lessons.find((one) => one.key === key)
          const value = note === '' ? null : note
          if (own) write([{ entity: entity.lesson(own.key), attribute: 'lesson.note', value }])
        }}
        allowed={allowedAt(lesson ?? lessons.findLast(({ date }) => date <= now.date))}
        cell={cell}
        ends={ends}
        periodCell={periodCell}
        evidence={
          actor.office && at && pupil ? (
            <Suspense>
              <CellEvidence
                key={`${at.pupil} ${at.lesson}`}
                journal={name}
                cell={end ? { pupil: at.pupil, period: end.id } : at}
                who={lastFirst(pupil)}
              />
            </Suspense>
          ) : undefined
        }
        onCell={(next) => {
          setColumn(undefined)
          navigate({ screen: 'journal', journal: name, ...next }, { replace: true })
        }}
        onEntry={onEntry}
        onUndo={undo}
        onMark={(where, work, mark: Mark | null) =>
          enter(where, (l) => giveMark(l, teacher, work, where.pupil, mark))
        }
        onAnotherMark={(where, mark) => enter(where, (l, f) => anotherMark(f, l, teacher, where.pupil, mark))}
        onPresence={(where, presence: Presence | null) =>
          enter(where, (l) => notePresence(l, teacher, where.pupil, presence))
        }
        onReason={(where, reason: Reason | null) =>
          enter(where, (l) => [
            { entity: entity.cell(l.key, where.pupil), attribute: 'reason', value: reason },
          ])
        }
        onChange={(where, change) =>
          enter(where, (l, f) => entriesOfChange(f, l, teacher, where.pupil, change))
        }
        onShow={(pupil) => showToPupil({ class: journal.class, pupil })}
        onSettle={(where, conflict, value) => {
          const part = partsAt(where)[Number(conflict)]
          const head = part && fold.state(part.entity, part.attribute)?.heads.find(({ id }) => id === value)
          if (part && head) write([{ ...part, value: head.value }])
        }}
      />
    </>
  )
}

function lockedName(
  name: (kind: Period['kind'], number: number) => string,
  period: Pick<Period, 'kind' | 'number'> | undefined,
): string | undefined {
  return period && name(period.kind, period.number)
}
