import * as v from 'valibot'
import { markValues } from '../ledger/mark-values.ts'

/**
 * The diary as a family gets it: JSON that the relay folds for one pupil and one school year. Dates are `YYYY-MM-DD`,
 * times `HH:MM` of the school's clock. Fields that say nothing are absent. Nothing in it names staff, other pupils,
 * void or superseded facts.
 */
const whole = v.pipe(v.number(), v.safeInteger())

/** A mark with the work it was given for. */
export const diaryMark = v.object({
  mark: v.picklist(markValues),
  /** Kind and title of the work; both absent for an answer in class. */
  kind: v.optional(v.string()),
  title: v.optional(v.string()),
  /** Absent: 1. */
  weight: v.optional(v.number()),
  /** Given for another try at an earlier work. */
  retake: v.optional(v.literal(true)),
  comment: v.optional(v.string()),
})

/** What hangs on a homework: a link, or a file to be asked for by its hash. */
export const diaryAttachment = v.union([
  v.object({ url: v.string(), title: v.optional(v.string()) }),
  v.object({ file: v.string(), name: v.string(), type: v.string(), size: whole }),
])

/** Homework, listed at the lesson where it was given. */
export const diaryHomework = v.object({
  text: v.optional(v.string()),
  /** The lesson for which it is due; absent where no further lesson is in sight. */
  due: v.optional(v.object({ date: v.string(), bell: v.optional(whole) })),
  attachments: v.optional(v.array(diaryAttachment)),
})

export const diaryLesson = v.object({
  bell: whole,
  starts: v.optional(v.string()),
  ends: v.optional(v.string()),
  /** Id of one of the diary's subjects. */
  subject: v.string(),
  /** Name of the pupil's group. */
  group: v.optional(v.string()),
  room: v.optional(v.string()),
  /** The lesson took place. */
  held: v.optional(v.literal(true)),
  /** Why it was called off. */
  cancelled: v.optional(v.string()),
  topic: v.optional(v.string()),
  homework: v.optional(diaryHomework),
  /** Works that the lesson is announced to have. */
  works: v.optional(v.array(v.object({ kind: v.optional(v.string()), title: v.optional(v.string()) }))),
  marks: v.optional(v.array(diaryMark)),
  /** Was absent: ill, excused, unexcused; '' while no reason is known. */
  absent: v.optional(v.picklist(['Б', 'У', 'Н', ''])),
  /** Came late by minutes; 0: not measured. */
  late: v.optional(whole),
  /** The teacher's words on conduct. */
  behaviour: v.optional(v.string()),
})

export const diaryDay = v.object({
  date: v.string(),
  /** By bell. */
  lessons: v.array(diaryLesson),
})

/** How a pupil does in a subject over a period. */
export const diaryResult = v.object({
  /** Id of one of the diary's periods, of the year, or `<year>/exam`, `<year>/final`. */
  period: v.string(),
  mark: v.optional(v.string()),
  /** Why the pupil is not attested. */
  reason: v.optional(v.string()),
  /** Weighted average in hundredths, half up: 448 is «4,48». */
  average: v.optional(whole),
})

export const diarySubject = v.object({
  id: v.string(),
  name: v.string(),
  results: v.array(diaryResult),
})

export const diaryPeriod = v.object({
  id: v.string(),
  kind: v.picklist(['quarter', 'half', 'trimester']),
  number: whole,
  starts: v.string(),
  ends: v.string(),
  /** The class teacher's word on conduct. */
  conduct: v.optional(v.string()),
})

/** A mark of a former school, with what its record tells. */
export const diaryFormerMark = v.object({
  subject: v.string(),
  mark: v.picklist(markValues),
  date: v.optional(v.string()),
  period: v.optional(v.string()),
  place: v.optional(v.string()),
  kind: v.optional(v.string()),
})

/** All of the diary but its days. */
export const diaryHead = v.object({
  pupil: v.object({ id: v.string(), name: v.string() }),
  /** «7А»; of a pupil who changed it, the class he was in last. */
  class: v.string(),
  year: v.object({ id: v.string(), starts: v.string(), ends: v.string() }),
  /** School years in which the pupil has a diary, the latest first. */
  years: v.array(v.object({ id: v.string(), class: v.string() })),
  /** The school's date for which it was made. */
  today: v.string(),
  periods: v.array(diaryPeriod),
  holidays: v.array(v.object({ name: v.optional(v.string()), starts: v.string(), ends: v.string() })),
  /** By name. */
  subjects: v.array(diarySubject),
  former: v.array(diaryFormerMark),
  /** The teachers' council on the year. */
  council: v.optional(
    v.object({ text: v.string(), date: v.optional(v.string()), number: v.optional(v.string()) }),
  ),
  /** To the whole class, the newest first. */
  announcements: v.array(v.object({ id: v.string(), date: v.string(), text: v.string() })),
})

export type DiaryMark = v.InferOutput<typeof diaryMark>
export type DiaryAttachment = v.InferOutput<typeof diaryAttachment>
export type DiaryHomework = v.InferOutput<typeof diaryHomework>
export type DiaryLesson = v.InferOutput<typeof diaryLesson>
export type DiaryDay = v.InferOutput<typeof diaryDay>
export type DiaryResult = v.InferOutput<typeof diaryResult>
export type DiarySubject = v.InferOutput<typeof diarySubject>
export type DiaryPeriod = v.InferOutput<typeof diaryPeriod>
export type DiaryFormerMark = v.InferOutput<typeof diaryFormerMark>
export type DiaryHead = v.InferOutput<typeof diaryHead>

/** A pupil's diary of a school year: days to today, the coming fortnight, and later days that something is set for. */
export interface Diary {
  head: DiaryHead
  /** By date; days without lessons are left out. */
  days: DiaryDay[]
}

/**
 * The answer to `GET /api/family/diary/<pupil>`: whole, or what is newer than the version that the asker has. `version`
 * is a digest of the diary, the same wherever and whenever it is made from the same facts.
 */
export const diaryAnswer = v.object({
  version: v.string(),
  /** The asker's version that this goes on from; absent: it is whole, forget what was there. */
  since: v.optional(v.string()),
  /** Absent: as it was. */
  head: v.optional(diaryHead),
  days: v.array(diaryDay),
  /** Dates whose days are no more. */
  gone: v.optional(v.array(v.string())),
})
export type DiaryAnswer = v.InferOutput<typeof diaryAnswer>
