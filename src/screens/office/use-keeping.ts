import { useMemo } from 'react'
import * as v from 'valibot'
import type { KeepingAnswer, OverviewJournal } from '../../sync/keeping-answer.ts'
import { keepingAnswer, unpackJournal } from '../../sync/keeping-answer.ts'
import { type Look, useKept } from '../workspace/use-kept.ts'
import { useWorkspace } from '../workspace/workspace.ts'

/** Ms between looks while the page is on screen; a look without news is some sixty bytes. */
const lookEvery = 15_000

const keptSchema = v.object({ from: v.string(), to: v.string(), ...keepingAnswer.entries })

/** How all journals are kept over a time (ISO dates, both included); `place`: which of the usual times this is. */
export function useKeeping(
  place: string,
  from: string,
  to: string,
): { journals: OverviewJournal[] | undefined; at: number | undefined } {
  const { account } = useWorkspace()
  const [fits, look] = useMemo(() => {
    type KeptKeeping = KeepingAnswer & { from: string; to: string }
    const ask: Look<KeptKeeping> = async (access, last) => {
      const path = `/api/keeping?from=${from}&to=${to}&since=${last?.version ?? 0}`
      const answer = await account.ask(keepingAnswer, path, { access })
      return answer.ok ? merged({ from, to }, last, answer.value) : null
    }
    return [(kept: KeptKeeping) => kept.from === from && kept.to === to, ask] as const
  }, [account, from, to])
  const { kept } = useKept(`keeping,${place}`, keptSchema, fits, look, lookEvery)
  const journals = useMemo(
    () => kept?.value.journals.flatMap((packed) => unpackJournal(packed) ?? []),
    [kept?.value],
  )
  return { journals, at: kept?.at }
}

function merged<T extends object>(
  span: T,
  last: KeepingAnswer | undefined,
  answer: KeepingAnswer,
): KeepingAnswer & T {
  const known = new Map((answer.full ? undefined : last)?.journals.map((journal) => [journal[0], journal]))
  for (const journal of answer.journals) known.set(journal[0], journal)
  return { ...span, version: answer.version, full: true, journals: [...known.values()] }
}
