import { useCallback, useMemo, useRef, useState } from 'react'
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
import { isPeriodFor, lockOn } from '../../domain/policy/judge.ts'
import { foresee } from '../../domain/policy/keeping-right.ts'
import { lessonsOn, periodOn } from '../../domain/school/calendar.ts'
import { type ClassView, readClass } from '../../domain/school/class-view.ts'
import { lastFirst } from '../../domain/school/names.ts'
import type { Period } from '../../domain/school/school-view.ts'
import { classTitle, isPhysicalEducation, subjectTitle } from '../../domain/school/titles.ts'
import { useTexts } from '../design/texts/language.tsx'
import { gradingOf } from '../lesson/lesson-view.ts'
import { href, navigate } from '../route.ts'
import { useAuthors } from '../workspace/authors.ts'
import { Reading } from '../workspace/reading.tsx'
import { useUndo } from '../workspace/undo.ts'
import { useDocuments } from '../workspace/use-documents.ts'
import { useActor, useNow, usePolicy, useSchool, useWorkspace, viewOf } from '../workspace/workspace.ts'
import { entriesOfChange } from './cell-changes.ts'
import type { CellAllowed, CellDetails } from './cell-details.ts'
import { detailsOf } from './cell-details-of.ts'
import { type CellPart, conflictsOf, historyOf, partsOf } from './cell-view.ts'
import type { CellAt, GridColumn, GridEntry } from './grid.ts'
import { anotherMark, entriesOf } from './grid-entries.ts'
import { Journal } from './journal.tsx'
import { JournalRemarks } from './journal-remarks.tsx'
import { PageLessons, PageRows, pupilsBetween } from './page-rows.ts'
import { periodOfPlace } from './period-column.ts'
import type { PeriodCellDetails } from './period-panel.tsx'
import { usePeriodColumn } from './use-period-column.ts'

/** Журнал: the ruled page of one journal, a period at a time. */
export function JournalPage({ journal, at }: { journal: JournalKey; at: CellAt | undefined }) {
  const ids = useMemo(() => [journalDocument(journal), classDocument(journal.class)], [journal])
  const open = useDocuments(ids)
  const fold = open.get(ids[0]!)?.fold
  const classFold = open.get(ids[1]!)?.fold
  if (!fold || !classFold || classFold.version === 0) return <Reading loaded={false} />
  return <Page journal={journal} at={at} fold={fold} members={viewOf(classFold, readClass)} />
}

interface PageProps {
  journal: JournalKey
  at: CellAt | undefined
  fold: Fold
  members: ClassView
}

function Page({ journal, at, fold, members }: PageProps) {
  const { session } = useWorkspace()
  const { office, journal: texts, cell: cellTexts } = useTexts()
  const school = useSchool()
  const now = useNow()
  const authors = useAuthors()
  const document = useDocuments(useMemo(() => [journalDocument(journal)], [journal])).get(
    journalDocument(journal),
  )
  const { write, undo } = useUndo(document)
  const lessonsMemo = useRef(new PageLessons())
  const rowsMemo = useRef(new PageRows())

  const grade = school.classes.get(journal.class)?.grade ?? 1
  const year = school.years.find(({ id }) => id === school.classes.get(journal.class)?.year)
  const periods = school.periods.filter((p) => p.year === year?.id && isPeriodFor(grade, p.kind))
  const [chosen, setChosen] = useState(
    () =>
      (at && periodOfPlace(at.lesson)) ??
      periodOn(school, grade, at?.lesson.split(',')[0] ?? now.date)?.id ??
      '',
  )
  const period = periods.find(({ id }) => id === chosen)
  const from = period?.starts ?? year?.starts ?? '0000-01-01'
  const to = period?.ends ?? year?.ends ?? '9999-12-31'

  const slot = lessonsOn(school, now.date, { class: journal.class }).find(
    (it) => journalName(it) === journalName(journal),
  )
  const lessons = lessonsMemo.current.between(fold, from, to, slot && lessonKey(now.date, slot.bell))
  const pupils = useMemo(
    () => pupilsBetween(members, journal.group, from, to),
    [members, journal.group, from, to],
  )
  const grading = gradingOf(school, journal, now.date)
  const source = {
    fold,
    members,
    key: journal,
    lessons,
    period,
    grading,
    user: session.user,
  }
  const rows = rowsMemo.current.of(source, pupils)
  const allowedAt = useAllowed(journal, fold)
  const periodColumn = usePeriodColumn(journal, fold, period, grading, write)
  const name = journalName(journal)
  const subject = subjectTitle(school, journal)
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
          locked: lockOn(school, journal.class, lesson.date) !== undefined,
        }),
      ),
    [lessons, name, now.date, school, journal.class],
  )

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
          lockedPeriod: lockedName(office.period, lockOn(school, journal.class, lesson.date)),
        }
      : undefined
  const periodPart: CellPart | undefined =
    at && period && at.lesson === periodColumn?.place
      ? { entity: entity.periodMark(period.id, at.pupil), attribute: 'periodmark' }
      : undefined
  const periodCell: PeriodCellDetails | undefined =
    at && pupil && periodPart
      ? {
          at,
          name: lastFirst(pupil),
          mark: fold.value(periodPart.entity, 'periodmark'),
          advice: rows.find((row) => row.pupil === pupil.id)?.periodMark?.advice,
          conflicts: conflictsOf(fold, [periodPart], authors),
          history: historyOf(fold, [periodPart], authors, here),
        }
      : undefined
  const partsAt = (where: CellAt): readonly CellPart[] => {
    if (periodPart) return [periodPart]
    const own = lessonAt(where)
    return own ? partsOf(fold, own, where.pupil) : []
  }

  return (
    <>
      <JournalRemarks journal={journal} fold={fold} write={write} />
      <Journal
        className={classTitle(school, journal.class)}
        subject={subject}
        controlsHref={href({ screen: 'controls', class: journal.class })}
        periodName={period ? office.periodShort(period.kind, period.number) : texts.year}
        periods={[
          ...periods.map((it) => ({ id: it.id, name: office.period(it.kind, it.number) })),
          { id: '', name: texts.allPeriods },
        ]}
        period={chosen}
        onPeriod={setChosen}
        debtsHref={grading === 'none' ? undefined : href({ screen: 'debts', journal: name })}
        columns={columns}
        rows={rows}
        allowed={allowedAt(lesson ?? lessons.findLast(({ date }) => date <= now.date))}
        cell={cell}
        periodColumn={periodColumn}
        periodCell={periodCell}
        onCell={(next) => navigate({ screen: 'journal', journal: name, ...next }, { replace: true })}
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

/** What this person may write at a lesson, as far as the device knows. */
function useAllowed(journal: JournalKey, fold: Fold): (lesson: Lesson | undefined) => CellAllowed {
  const policy = usePolicy()
  const actor = useActor()
  const now = useNow()
  const at = {
    today: now.date,
    time: now.time,
    movedTo: (lesson: string) => fold.value(`lesson,${lesson}`, 'lesson.moved'),
  }
  return (lesson) => {
    if (!lesson) return { marks: false, presence: false, reasons: false, asks: false, answers: false }
    const may = (name: string, attribute: Entry['attribute'], value: Entry['value']) =>
      foresee(policy, journal, actor, { entity: name, attribute, value }, at).kind === 'ok'
    const ahead = lesson.date > now.date
    return {
      marks: !ahead && may(entity.mark(lesson.key, '', 'x'), 'mark', '5'),
      presence: !ahead && may(entity.cell(lesson.key, 'x'), 'presence', 'absent'),
      reasons: may(entity.cell(lesson.key, 'x'), 'reason', 'Б'),
      asks: may(entity.cell(lesson.key, 'x'), 'proposal', 'present'),
      answers: may(entity.question(lesson.key, 'x', 'x'), 'question.answer', ''),
    }
  }
}
