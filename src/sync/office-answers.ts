import * as v from 'valibot'

const whole = v.pipe(v.number(), v.safeInteger())
const journalPart = { class: v.string(), subject: v.string(), group: v.optional(v.string()) }

/** A remark that stands, wherever it was made. */
const openRemark = v.object({
  ...journalPart,
  id: v.string(),
  date: v.string(),
  text: v.string(),
  lesson: v.optional(v.string()),
  /** Staff id of who made it; '' for an account without one. */
  by: v.string(),
  answer: v.optional(v.object({ date: v.string(), text: v.string() })),
})

/** A teacher's request that waits for the office. */
const openRequest = v.object({
  ...journalPart,
  /** Name of the entity that an answer goes to. */
  entity: v.string(),
  period: v.string(),
  text: v.string(),
  lesson: v.optional(v.string()),
  /** Staff id of who asks. */
  by: v.string(),
  /** ms since 1970. */
  at: whole,
})

/** What waits between the office and the teachers. */
export const dealingsAnswer = v.object({ remarks: v.array(openRemark), requests: v.array(openRequest) })
export type DealingsAnswer = v.InferOutput<typeof dealingsAnswer>
export type OpenRemark = v.InferOutput<typeof openRemark>
export type OpenRequest = v.InferOutput<typeof openRequest>

const journalHours = v.object({ ...journalPart, own: whole, substituted: whole })

/** Hours of a month by teacher, and the lessons held in place of others. */
export const hoursAnswer = v.object({
  month: v.string(),
  teachers: v.array(
    v.object({
      teacher: v.string(),
      month: v.string(),
      own: whole,
      substituted: whole,
      joined: whole,
      journals: v.array(journalHours),
    }),
  ),
  substitutions: v.array(
    v.object({
      ...journalPart,
      date: v.string(),
      bell: whole,
      teacher: v.string(),
      instead: v.array(v.string()),
      arranged: v.boolean(),
    }),
  ),
  /** Lessons held of which nobody can be named. */
  unattributed: v.array(v.object({ ...journalPart, date: v.string(), bell: whole })),
})
export type HoursAnswer = v.InferOutput<typeof hoursAnswer>

export const logKinds = ['school', 'journal', 'account'] as const
export type LogKind = (typeof logKinds)[number]

const logLine = v.object({
  /** Names its place in the log: the next page is asked for before it. */
  id: v.string(),
  /** ms since 1970. */
  at: whole,
  kind: v.picklist(logKinds),
  /** Who did it, by name. */
  who: v.string(),
  /** What was done, in words. */
  what: v.string(),
})
export const logAnswer = v.object({ lines: v.array(logLine), more: v.boolean() })
export type LogAnswer = v.InferOutput<typeof logAnswer>
export type LogLine = v.InferOutput<typeof logLine>
