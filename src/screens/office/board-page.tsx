import { useMemo, useSyncExternalStore } from 'react'
import { journalName } from '../../domain/ledger/documents.ts'
import { bellsOf } from '../../domain/school/bells.ts'
import { yearHolding } from '../../domain/school/calendar.ts'
import type { Bell, SchoolView } from '../../domain/school/school-view.ts'
import { className } from '../../domain/school/school-view.ts'
import { staffTitle, subjectTitle } from '../../domain/school/titles.ts'
import type { BoardLesson as BoardAnswer } from '../../sync/account-client.ts'
import { useNow, useSchool, useWorkspace } from '../workspace/workspace.ts'
import type { BoardBell, BoardLesson, BoardRow, RollState } from './board.ts'
import { LiveBoard } from './live-board.tsx'
import { useBoard } from './use-board.ts'

/** Школа сегодня: the live board of today's lessons. */
export function BoardPage() {
  const { sync } = useWorkspace()
  const school = useSchool()
  const { date, clock } = useNow()
  const { board, at } = useBoard('board', date)
  const { line } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  const bells = useMemo(
    () =>
      boardBells(school, date).map(
        ({ number, starts, ends }): BoardBell => ({
          number,
          starts,
          ends,
          now: starts <= clock && clock <= ends,
        }),
      ),
    [school, date, clock],
  )
  const receipts = board?.lessons.map(({ lastReceipt }) => lastReceipt ?? 0) ?? []
  return (
    <LiveBoard
      date={date}
      bells={bells}
      rows={rowsOf(school, board?.lessons ?? [], bells, date, clock)}
      lastReceipt={Math.max(0, ...receipts) || undefined}
      staleSince={line === 'online' ? undefined : at}
    />
  )
}

function idOf(lesson: BoardAnswer): string {
  return `${journalName(lesson)} ${lesson.bell}`
}

function rowsOf(
  school: SchoolView,
  lessons: readonly BoardAnswer[],
  bells: readonly BoardBell[],
  date: string,
  clock: string,
): BoardRow[] {
  const classes = [...new Set(lessons.map((lesson) => lesson.class))].flatMap(
    (id) => school.classes.get(id) ?? [],
  )
  classes.sort((a, b) => a.grade - b.grade || a.letter.localeCompare(b.letter, 'ru'))
  return classes.map((own) => {
    const times = new Map(bellsOf(school, own, date).map((bell) => [bell.number, bell]))
    return {
      id: own.id,
      className: className(own),
      lessons: bells.map((bell) =>
        lessons
          .filter((lesson) => lesson.class === own.id && lesson.bell === bell.number)
          .map((lesson) => boardLesson(school, lesson, bell, times.get(bell.number) ?? bell, clock)),
      ),
    }
  })
}

/** A column for each bell that any class has on the date, with the times that most classes keep. */
function boardBells(school: SchoolView, date: string): Bell[] {
  const year = yearHolding(school, date)?.id
  const times = new Map<number, Map<string, { bell: Bell; classes: number }>>()
  for (const own of school.classes.values()) {
    if (own.year !== year) continue
    for (const bell of bellsOf(school, own, date)) {
      const kinds = times.get(bell.number) ?? new Map<string, { bell: Bell; classes: number }>()
      const time = `${bell.starts}–${bell.ends}`
      kinds.set(time, { bell, classes: (kinds.get(time)?.classes ?? 0) + 1 })
      times.set(bell.number, kinds)
    }
  }
  return [...times.values()]
    .map((kinds) => [...kinds.values()].sort((a, b) => b.classes - a.classes)[0]!.bell)
    .sort((a, b) => a.number - b.number)
}

function boardLesson(
  school: SchoolView,
  lesson: BoardAnswer,
  column: BoardBell,
  bell: Pick<Bell, 'starts' | 'ends'>,
  clock: string,
): BoardLesson {
  const ownTime = bell.starts !== column.starts || bell.ends !== column.ends
  return {
    ...(ownTime ? { time: `${bell.starts}–${bell.ends}` } : {}),
    id: idOf(lesson),
    subject: subjectTitle(school, lesson),
    teacher: staffTitle(school, lesson.teacher),
    substitution: school.substitutions.some(
      (s) => s.date === lesson.date && s.bell === lesson.bell && journalName(s) === journalName(lesson),
    ),
    state: rollState(lesson, bell, clock),
    absent: lesson.absent,
    late: lesson.late,
    receivedAt: lesson.lastReceipt ?? undefined,
  }
}

function rollState(lesson: BoardAnswer, bell: Pick<Bell, 'starts'>, clock: string): RollState {
  if (lesson.cancelled) return 'cancelled'
  if (lesson.roll) return 'taken'
  if (clock < bell.starts) return 'ahead'
  return lesson.lastReceipt === null ? 'unheard' : 'notTaken'
}
