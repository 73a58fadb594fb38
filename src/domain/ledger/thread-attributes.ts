import * as v from 'valibot'
import { define } from './attribute-spec.ts'
import { date, id, text, time } from './attribute-values.ts'

const both = ['classTeacher', 'family'] as const

/**
 * Attributes of the `thread` documents: what a family and the class teacher tell each other about a pupil. The second
 * part of each entity's name says in whose name it stands: a guardian's id, the pupil's, or `school`.
 */
export const threadAttributes = {
  /** From a family to the class teacher; from the class teacher to `to`, or to all guardians. */
  letter: define({
    document: 'thread',
    by: both,
    family: true,
    ownName: true,
    words: 'письмо',
    value: v.strictObject({
      subject: v.optional(text(200)),
      text: text(4000),
      to: v.optional(v.pipe(v.array(id), v.minLength(1), v.maxLength(20))),
    }),
  }),
  'letter.delivered': define({
    document: 'thread',
    by: both,
    family: true,
    ownName: true,
    words: 'письмо доставлено',
    value: v.literal(true),
  }),
  'letter.read': define({
    document: 'thread',
    by: both,
    family: true,
    ownName: true,
    words: 'письмо прочитано',
    value: v.literal(true),
  }),
  /** The pupil will be absent; the class teacher's acceptance makes it a span of the class. */
  expected: define({
    document: 'thread',
    by: ['family'],
    family: true,
    words: 'предупреждение об отсутствии',
    value: v.strictObject({ from: date, to: date, reason: text(500) }),
  }),
  'expected.answer': define({
    document: 'thread',
    by: ['classTeacher'],
    family: true,
    words: 'ответ на предупреждение',
    value: v.strictObject({ accepted: v.boolean(), text: v.optional(text(500)) }),
  }),
  /** A report of how the pupil is doing was seen (clause 5.2.6). */
  acknowledged: define({
    document: 'thread',
    by: ['family'],
    family: true,
    words: 'с отчётом ознакомлены',
    value: v.literal(true),
  }),
  /** Asks to put something right in the data on the pupil (clause 5.3.2). */
  correction: define({
    document: 'thread',
    by: ['family'],
    family: true,
    words: 'просьба исправить',
    value: v.strictObject({ about: text(300), text: text(2000) }),
  }),
  'correction.answer': define({
    document: 'thread',
    by: ['classTeacher'],
    family: true,
    words: 'ответ на просьбу исправить',
    value: v.strictObject({ accepted: v.boolean(), text: v.optional(text(1000)) }),
  }),
  /** What one of the family wants to be told at once, and when not to be disturbed; the class teacher may write it for who asked. */
  notices: define({
    document: 'thread',
    by: both,
    family: true,
    words: 'уведомления',
    value: v.strictObject({
      absence: v.boolean(),
      report: v.optional(v.picklist(['letter', 'email', 'push', 'paper'])),
      quiet: v.optional(v.strictObject({ from: time, to: time })),
    }),
  }),
  /** A letter that should not have been written; the office looks at it. */
  abuse: define({
    document: 'thread',
    by: both,
    family: true,
    ownName: true,
    words: 'жалоба на письмо',
    value: v.strictObject({ text: v.optional(text(1000)) }),
  }),
} as const
