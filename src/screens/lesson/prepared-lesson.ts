import { writeLesson } from '../../domain/journal/keeping.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import type { LessonPart } from './use-lesson-parts.ts'

/** Who prepares a lesson ahead does not hold it yet. */
export function stateToWrite({ state, readOnly }: LessonPart): LessonPart['state'] {
  return readOnly?.kind === 'future' ? { ...state, held: true } : state
}

/** The topic of the plan, for a lesson that has none of its own. */
export function plannedTopic({ state, offers }: LessonPart, teacher: string): Entry[] {
  if (state.topic !== undefined || !offers.plan) return []
  return writeLesson({ ...state, held: true }, teacher, 'lesson.topic', offers.plan.topic)
}
