import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import * as v from 'valibot'
import { journalName } from '../../domain/ledger/documents.ts'
import type { SchoolView } from '../../domain/school/school-view.ts'
import { className } from '../../domain/school/school-view.ts'
import { staffTitle, subjectTitle } from '../../domain/school/titles.ts'
import {
  type BoardLesson as BoardAnswer,
  type BoardDelta,
  boardLessonSchema,
} from '../../sync/account-client.ts'
import { freshAccess } from '../workspace/access.ts'
import { useNow, useSchool, useWorkspace } from '../workspace/workspace.ts'
import type { BoardBell, BoardLesson, BoardRow, RollState } from './board.ts'
import { LiveBoard } from './live-board.tsx'

/** Ms between looks at the board while it is on screen; a look without news is a few dozen bytes. */
const lookEvery = 5_000

/** What the relay last said of a day, kept sealed so that the board opens without a line too. */
const keptBoard = v.object({
  date: v.string(),
  version: v.number(),
  at: v.number(),
  lessons: v.array(boardLessonSchema),
})
type KeptBoard = v.InferOutput<typeof keptBoard>
const boardName = 'board'

/** Школа сегодня: the live board of today's lessons. */
export function BoardPage() {
  const { sync } = useWorkspace()
  const school = useSchool()
  const { date, clock } = useNow()
  const board = useBoard(date)
  const { line } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  const bells = useMemo(
    () =>
      school.bells.map(
        ({ number, starts, ends }): BoardBell => ({
          number,
          starts,
          ends,
          now: starts <= clock && clock <= ends,
        }),
      ),
    [school, clock],
  )
  const receipts = board?.lessons.map(({ lastReceipt }) => lastReceipt ?? 0) ?? []
  return (
    <LiveBoard
      date={date}
      bells={bells}
      rows={rowsOf(school, board?.lessons ?? [], bells, clock)}
      lastReceipt={Math.max(0, ...receipts) || undefined}
      staleSince={line === 'online' ? undefined : board?.at}
    />
  )
}

/** The board of a date: what was kept at once, then whatever changed, look by look. */
function useBoard(date: string): KeptBoard | undefined {
  const { session, account, tokens } = useWorkspace()
  const [board, setBoard] = useState<KeptBoard>()
  useEffect(() => {
    let current = true
    let latest: KeptBoard | undefined
    let timer: ReturnType<typeof setTimeout>
    const show = (next: KeptBoard) => {
      latest = next
      if (current) setBoard(next)
    }
    const look = async () => {
      const access = await freshAccess({ session, tokens })
      const answer = access === null ? null : await account.board(access, date, latest?.version ?? 0)
      if (answer?.ok) {
        const next = merged(latest, answer.value, session.now())
        if (next.version !== latest?.version) void session.store.keep(boardName, next)
        show(next)
      }
      if (current) timer = setTimeout(look, lookEvery)
    }
    void session.store.kept(boardName).then((kept) => {
      const parsed = v.safeParse(keptBoard, kept)
      if (parsed.success && parsed.output.date === date) show(parsed.output)
      void look()
    })
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [session, account, tokens, date])
  return board?.date === date ? board : undefined
}

function placeOf(lesson: BoardAnswer): string {
  return `${journalName(lesson)} ${lesson.bell}`
}

function merged(last: KeptBoard | undefined, delta: BoardDelta, at: number): KeptBoard {
  const lessons = new Map((delta.full ? undefined : last)?.lessons.map((lesson) => [placeOf(lesson), lesson]))
  for (const lesson of delta.lessons) lessons.set(placeOf(lesson), lesson)
  return { date: delta.date, version: delta.version, at, lessons: [...lessons.values()] }
}

function rowsOf(
  school: SchoolView,
  lessons: readonly BoardAnswer[],
  bells: readonly BoardBell[],
  clock: string,
): BoardRow[] {
  const classes = [...new Set(lessons.map((lesson) => lesson.class))].flatMap(
    (id) => school.classes.get(id) ?? [],
  )
  classes.sort((a, b) => a.grade - b.grade || a.letter.localeCompare(b.letter, 'ru'))
  return classes.map((own) => ({
    id: own.id,
    className: className(own),
    lessons: bells.map((bell) =>
      lessons
        .filter((lesson) => lesson.class === own.id && lesson.bell === bell.number)
        .map((lesson) => boardLesson(school, lesson, bell, clock)),
    ),
  }))
}

function boardLesson(school: SchoolView, lesson: BoardAnswer, bell: BoardBell, clock: string): BoardLesson {
  return {
    id: placeOf(lesson),
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

function rollState(lesson: BoardAnswer, bell: BoardBell, clock: string): RollState {
  if (lesson.cancelled) return 'cancelled'
  if (lesson.roll) return 'taken'
  if (clock < bell.starts) return 'ahead'
  return lesson.lastReceipt === null ? 'unheard' : 'notTaken'
}
