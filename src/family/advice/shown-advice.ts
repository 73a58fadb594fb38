import type { ValueOf } from '../../domain/ledger/attributes.ts'
import type { FamilyThread } from '../../domain/thread/family-thread.ts'
import type { OwnQuestion } from '../../screens/advice/own-advice.tsx'
import type { Waiting } from '../letters.ts'

/** Questions with what this phone has written and the relay has not told back yet, the latest first. */
export function shownAdvice(
  thread: Pick<FamilyThread, 'advice'> | undefined,
  waiting: readonly Waiting[],
  pupil: string,
): OwnQuestion[] {
  const told = thread?.advice ?? []
  const own = waiting
    .filter((item) => item.pupil === pupil)
    .flatMap(({ facts, fate, at }) =>
      facts
        .filter(([, id, attribute]) => attribute === 'advice' && !told.some((one) => one.id === id))
        .map(([, id, , value]) => ({
          id,
          at: fate === 'sent' ? at : undefined,
          text: (value as ValueOf<'advice'>).text,
          answer: undefined,
          refused: fate === 'refused',
        })),
    )
  return [...own.reverse(), ...told.map(({ id, at, text, answer }) => ({ id, at, text, answer }))]
}
