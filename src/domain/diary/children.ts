import * as v from 'valibot'
import { diaryAnswer } from './diary.ts'

/**
 * Pupils that an account follows: the answer to `GET /api/family/children`. Asked with a range (`from`, `to`), it brings
 * that part of the first one's diary along: a phone that has nothing yet is spared a round trip.
 */
export const childrenAnswer = v.object({
  children: v.array(
    v.object({
      pupil: v.string(),
      /** «Трефилова Светлана» */
      name: v.string(),
      /** As whom: a guardian, or the pupil. */
      as: v.picklist(['guardian', 'pupil']),
      /** Guardian id or the pupil's: the name under which the account writes in the pupil's thread. */
      person: v.string(),
      personName: v.string(),
      /** School years with a diary, the latest first, with the class. */
      years: v.array(v.object({ id: v.string(), class: v.string() })),
    }),
  ),
  first: v.optional(diaryAnswer),
})
export type ChildrenAnswer = v.InferOutput<typeof childrenAnswer>
