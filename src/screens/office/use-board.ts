import { useMemo } from 'react'
import * as v from 'valibot'
import { journalName } from '../../domain/ledger/documents.ts'
import { type BoardDelta, type BoardLesson, boardLessonSchema } from '../../sync/account-client.ts'
import { type Look, useKept } from '../workspace/use-kept.ts'
import { useWorkspace } from '../workspace/workspace.ts'

/** Ms between looks at the board while it is on screen; a look without news is a few dozen bytes. */
const lookEvery = 5_000

const keptBoard = v.object({ date: v.string(), version: v.number(), lessons: v.array(boardLessonSchema) })
type KeptBoard = v.InferOutput<typeof keptBoard>

/** The board of a date: what was kept at once, then whatever changed, look by look; `place`: where it is kept. */
export function useBoard(
  place: string,
  date: string,
): { board: KeptBoard | undefined; at: number | undefined } {
  const { account } = useWorkspace()
  const [fits, look] = useMemo(() => {
    const ask: Look<KeptBoard> = async (access, last) => {
      const answer = await account.board(access, date, last?.version ?? 0)
      return answer.ok ? merged(last, answer.value) : null
    }
    return [(kept: KeptBoard) => kept.date === date, ask] as const
  }, [account, date])
  const { kept } = useKept(place, keptBoard, fits, look, lookEvery)
  return { board: kept?.value.date === date ? kept.value : undefined, at: kept?.at }
}

function merged(last: KeptBoard | undefined, { date, full, version, lessons }: BoardDelta): KeptBoard {
  const placeOf = (lesson: BoardLesson) => `${journalName(lesson)} ${lesson.bell}`
  const known = new Map((full ? undefined : last)?.lessons.map((lesson) => [placeOf(lesson), lesson]))
  for (const lesson of lessons) known.set(placeOf(lesson), lesson)
  return { date, version, lessons: [...known.values()] }
}
