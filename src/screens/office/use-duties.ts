import { useMemo } from 'react'
import type { ClassDuties } from '../../domain/duties/class-standing.ts'
import { type DutiesAnswer, dutiesAnswer, unpackClass } from '../../sync/duties-answer.ts'
import { type Look, useKept } from '../workspace/use-kept.ts'
import { useWorkspace } from '../workspace/workspace.ts'

/** Ms between looks while the page is on screen. */
const lookEvery = 60_000

const fits = () => true

/** Duties of all class teachers as the relay reckons them; without a line as they were last seen. */
export function useClassDuties(): { classes: ClassDuties[] | undefined; at: number | undefined } {
  const { account } = useWorkspace()
  const look = useMemo<Look<DutiesAnswer>>(
    () => async (access, last) => {
      const answer = await account.ask(dutiesAnswer, `/api/duties?since=${last?.version ?? 0}`, { access })
      return answer.ok ? merged(last, answer.value) : null
    },
    [account],
  )
  const { kept } = useKept('duties', dutiesAnswer, fits, look, lookEvery)
  const classes = useMemo(() => kept?.value.classes.map(unpackClass), [kept?.value])
  return { classes, at: kept?.at }
}

function merged(last: DutiesAnswer | undefined, answer: DutiesAnswer): DutiesAnswer {
  const known = new Map((answer.full ? undefined : last)?.classes.map((one) => [one.class, one]))
  for (const one of answer.classes) known.set(one.class, one)
  return { version: answer.version, full: true, classes: [...known.values()] }
}
