import type { PlanContent } from '../../domain/journal/plan-editing.ts'
import { numberIn } from '../../exchange/sheets/cell-text.ts'

/** An entry as it is being typed. */
export interface PlanDraft {
  topic: string
  hours: string
  homework: string
}

/** What is wrong with a draft; of a text that is too long, how many characters it may have. */
export interface DraftProblems {
  topic?: 'empty' | number
  hours?: true
  homework?: number
}

const most = { topic: 1000, homework: 2000, hours: 1000 }

/** Reads a draft: an entry of the plan, or what must be put right. */
export function readDraft(
  draft: PlanDraft,
): { ok: true; content: PlanContent } | { ok: false; problems: DraftProblems } {
  const topic = draft.topic.trim()
  const homework = draft.homework.trim()
  const hours = numberIn(draft.hours.trim()) ?? 0
  const problems: DraftProblems = {
    ...(topic === '' ? { topic: 'empty' } : topic.length > most.topic ? { topic: most.topic } : {}),
    ...(hours > 0 && hours <= most.hours ? {} : { hours: true }),
    ...(homework.length > most.homework ? { homework: most.homework } : {}),
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems }
  return { ok: true, content: { topic, hours, ...(homework === '' ? {} : { homework }) } }
}
