import * as v from 'valibot'
import { define } from './attribute-spec.ts'
import { date, exchangeId, id, text, whole } from './attribute-values.ts'

/** Marks of the journal: 5-1, н/а not attested, осв exempt, зач/незач credit, `.` work is owed. */
export const markValues = ['5', '4', '3', '2', '1', 'н/а', 'осв', 'зач', 'незач', '.'] as const
export type Mark = (typeof markValues)[number]

/** What the subject teacher recorded: absent, late by minutes (null: not measured), or an explicit "present". */
export type Presence = 'absent' | 'present' | { late: number | null }
const presence = v.union([
  v.picklist(['absent', 'present']),
  v.strictObject({ late: v.nullable(whole(0, 300)) }),
])
const presenceRank = (value: Presence) => (value === 'absent' ? 0 : value === 'present' ? 2 : 1)

/** Reasons of the instruction (5.2.2): Б ill, У excused, Н unexcused. */
export type Reason = 'Б' | 'У' | 'Н'

const teacher = ['assigned', 'substitute'] as const

/** Attributes of the `journal` documents: plan, lessons, works, marks, presence, reasons, period marks. */
export const journalAttributes = {
  plan: define({
    document: 'journal',
    by: ['assigned'],
    family: false,
    words: 'план',
    value: v.strictObject({
      number: whole(1, 2000),
      hours: v.number(),
      topic: text(1000),
      homework: v.optional(text(2000)),
    }),
  }),
  'lesson.held': define({
    document: 'journal',
    by: [...teacher, 'office'],
    family: true,
    words: 'урок проведён',
    value: v.boolean(),
  }),
  'lesson.teacher': define({
    document: 'journal',
    by: teacher,
    family: false,
    words: 'урок ведёт',
    value: id,
  }),
  'lesson.moved': define({
    document: 'journal',
    by: [...teacher, 'office'],
    family: true,
    words: 'урок перенесён',
    value: v.strictObject({ date, bell: whole(0, 20) }),
  }),
  'lesson.topic': define({
    document: 'journal',
    by: teacher,
    family: true,
    words: 'тема',
    value: text(1000),
  }),
  'lesson.homework': define({
    document: 'journal',
    by: teacher,
    family: true,
    words: 'задание',
    value: text(2000),
  }),
  'lesson.roll': define({
    document: 'journal',
    by: teacher,
    family: false,
    words: 'явка отмечена',
    value: v.boolean(),
  }),
  'lesson.ref': define({
    document: 'journal',
    by: [],
    family: false,
    words: 'номер урока в файле обмена',
    value: exchangeId,
  }),
  work: define({
    document: 'journal',
    by: teacher,
    family: true,
    words: 'работа',
    value: v.strictObject({
      kind: v.optional(text(80)),
      title: v.optional(text(200)),
      weight: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(4))),
      retakeOf: v.optional(exchangeId),
    }),
  }),
  mark: define({
    document: 'journal',
    by: teacher,
    family: true,
    words: 'отметка',
    value: v.picklist(markValues),
  }),
  'mark.comment': define({
    document: 'journal',
    by: teacher,
    family: true,
    words: 'пояснение к отметке',
    value: text(500),
  }),
  presence: define<Presence>({
    document: 'journal',
    by: teacher,
    family: true,
    words: 'явка',
    value: presence as v.GenericSchema<unknown, Presence>,
    prefer: (a, b) => presenceRank(a) - presenceRank(b),
  }),
  reason: define<Reason>({
    document: 'journal',
    by: ['classTeacher'],
    family: true,
    words: 'причина',
    value: v.picklist(['Б', 'У', 'Н']),
  }),
  periodmark: define({
    document: 'journal',
    by: ['assigned'],
    family: true,
    words: 'отметка за период',
    value: v.picklist(['5', '4', '3', '2', '1', 'н/а', 'осв', 'зач', 'незач']),
  }),
} as const
