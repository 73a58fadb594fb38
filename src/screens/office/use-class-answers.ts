import { useMemo } from 'react'
import type * as v from 'valibot'
import { type Look, useKept } from '../workspace/use-kept.ts'
import { useWorkspace } from '../workspace/workspace.ts'

/** Ms between looks while the page is on screen. */
const lookEvery = 60_000

interface ClassesAnswer {
  version: number
  full: boolean
  classes: readonly { class: string }[]
}

const fits = () => true

/**
 * What the relay reckons of all classes (`/api/<name>`), class by class as it changes; without a line as it was last
 * seen.
 */
export function useClassAnswers<T extends ClassesAnswer>(
  name: 'duties' | 'figures',
  schema: v.GenericSchema<unknown, T>,
): { classes: T['classes'] | undefined; at: number | undefined } {
  const { account } = useWorkspace()
  const look = useMemo<Look<T>>(
    () => async (access, last) => {
      const answer = await account.ask(schema, `/api/${name}?since=${last?.version ?? 0}`, { access })
      return answer.ok ? merged(last, answer.value) : null
    },
    [account, name, schema],
  )
  const { kept } = useKept(name, schema, fits, look, lookEvery)
  return { classes: kept?.value.classes, at: kept?.at }
}

function merged<T extends ClassesAnswer>(last: T | undefined, answer: T): T {
  const known = new Map((answer.full ? undefined : last)?.classes.map((one) => [one.class, one]))
  for (const one of answer.classes) known.set(one.class, one)
  return { ...answer, full: true, classes: [...known.values()] }
}
