import { useMemo } from 'react'
import type { ClassDuties } from '../../domain/duties/class-standing.ts'
import { dutiesAnswer, unpackClass } from '../../sync/duties-answer.ts'
import { useClassAnswers } from './use-class-answers.ts'

/** Duties of all class teachers as the relay reckons them. */
export function useClassDuties(): { classes: ClassDuties[] | undefined; at: number | undefined } {
  const { classes, at } = useClassAnswers('duties', dutiesAnswer)
  return { classes: useMemo(() => classes?.map(unpackClass), [classes]), at }
}
