import * as v from 'valibot'
import type { AccountClient, Answer } from './account-client.ts'

const journal = { class: v.string(), subject: v.string(), group: v.optional(v.string()) }

export const loadEntrySchema = v.object({
  ...journal,
  date: v.string(),
  homework: v.number(),
  control: v.optional(v.string()),
})
const loadAnswer = v.object({
  version: v.string(),
  /** Absent while the version asked with is still true. */
  entries: v.optional(v.array(loadEntrySchema)),
})
const planList = v.object({
  plans: v.array(
    v.object({
      ...journal,
      year: v.string(),
      /** «7А, Математика» */
      title: v.string(),
      teacher: v.string(),
      entries: v.array(v.object({ hours: v.number(), topic: v.string(), homework: v.optional(v.string()) })),
    }),
  ),
})

export type LoadAnswer = v.InferOutput<typeof loadAnswer>
export type OfferedPlan = v.InferOutput<typeof planList>['plans'][number]

type Asking = Pick<AccountClient, 'ask'>

/** Homework and control works of a class by days, unless they still are what `version` stands for. */
export function classLoad(
  client: Asking,
  access: string,
  classId: string,
  { from, to, version }: { from: string; to: string; version: string },
): Promise<Answer<LoadAnswer>> {
  const query = new URLSearchParams({ from, to, version })
  return client.ask(loadAnswer, `/api/classes/${encodeURIComponent(classId)}/load?${query}`, { access })
}

/** Plans of a subject and a grade that may be taken over. */
export async function offeredPlans(
  client: Asking,
  access: string,
  subject: string,
  grade: number,
): Promise<Answer<OfferedPlan[]>> {
  const query = new URLSearchParams({ subject, grade: String(grade) })
  const answer = await client.ask(planList, `/api/plans?${query}`, { access })
  return answer.ok ? { ok: true, value: answer.value.plans } : answer
}
