import * as v from 'valibot'

/** ms since 1970. */
const time = v.pipe(v.number(), v.safeInteger())

/** What was asked of the consultant: `GET /api/advice`, for him and the office. Without an answer first, then the latest. */
export const adviceQuestions = v.object({
  questions: v.array(
    v.object({
      document: v.string(),
      /** Name of the question's entity. */
      id: v.string(),
      who: v.string(),
      /** The pupil about whom one of a family asks. */
      pupil: v.optional(v.string()),
      at: time,
      text: v.string(),
      diagnostics: v.optional(v.string()),
      answer: v.optional(v.string()),
    }),
  ),
})
export type AdviceQuestions = v.InferOutput<typeof adviceQuestions>
