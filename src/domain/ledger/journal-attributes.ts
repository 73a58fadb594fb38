import * as v from 'valibot'
import { define } from './attribute-spec.ts'
import { date, exchangeId, id, journalPart, text, whole } from './attribute-values.ts'
import { markValues } from './mark-values.ts'

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

/** What hangs on a homework: a link, or a file named by the SHA-256 of its bytes (hex) and kept beside the ledger. */
const attachment = v.union([
  v.strictObject({
    url: v.pipe(v.string(), v.maxLength(2000), v.regex(/^https?:\/\//)),
    title: v.optional(text(200)),
  }),
  v.strictObject({
    file: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
    name: text(200),
    type: text(120),
    size: whole(1, 5_000_000),
  }),
])

/** A mark carried from elsewhere, with the weight it had there. */
const carriedMark = v.strictObject({
  date: v.optional(date),
  bell: v.optional(whole(0, 20)),
  mark: v.picklist(markValues),
  weight: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(4))),
  kind: v.optional(text(80)),
})
const periodMarkValue = v.picklist(['5', '4', '3', '2', '1', 'н/а', 'осв', 'зач', 'незач'])

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
  'lesson.cancelled': define({
    document: 'journal',
    by: [...teacher, 'office'],
    family: true,
    words: 'урок отменён',
    value: v.strictObject({ reason: text(300) }),
  }),
  /** A lesson that no timetable puts there. */
  'lesson.added': define({
    document: 'journal',
    by: [...teacher, 'office'],
    family: true,
    words: 'урок добавлен',
    value: v.boolean(),
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
  /** The lesson for which the homework is due. */
  'lesson.due': define({
    document: 'journal',
    by: teacher,
    family: true,
    words: 'задание к уроку',
    value: v.strictObject({ date, bell: v.optional(whole(0, 20)) }),
  }),
  'lesson.attachments': define({
    document: 'journal',
    by: teacher,
    family: true,
    words: 'приложения к заданию',
    value: v.pipe(v.array(attachment), v.maxLength(10)),
  }),
  /** A note of the teacher's own over the lesson's column. */
  'lesson.note': define({
    document: 'journal',
    by: teacher,
    family: false,
    words: 'заметка к уроку',
    value: text(500),
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
    value: periodMarkValue,
  }),
  /** Why a pupil is not attested. */
  'periodmark.reason': define({
    document: 'journal',
    by: ['assigned'],
    family: true,
    words: 'причина неаттестации',
    value: text(300),
  }),
  behaviour: define({
    document: 'journal',
    by: teacher,
    family: true,
    words: 'замечание о поведении',
    value: text(500),
  }),
  /** What the relay carries into this journal when a pupil changes class or group; counted where it was given. */
  carried: define({
    document: 'journal',
    by: [],
    family: false,
    words: 'выписка из прежнего журнала',
    value: v.strictObject({
      pupil: id,
      from: v.strictObject(journalPart),
      marks: v.array(carriedMark),
      absences: v.array(
        v.strictObject({ date, bell: whole(0, 20), letter: v.picklist(['Б', 'У', 'Н', 'О']) }),
      ),
      periodMarks: v.array(v.strictObject({ period: id, mark: periodMarkValue })),
    }),
  }),
  /** A mark of a former school, entered from its record; `period`: what it is for where the record has no dates. */
  former: define({
    document: 'journal',
    by: ['assigned', 'office'],
    family: true,
    words: 'отметка прежней школы',
    value: v.strictObject({
      pupil: id,
      place: v.optional(text(200)),
      period: v.optional(id),
      ...carriedMark.entries,
    }),
  }),
  /** The subject teacher has seen who is in his group (clause 5.2.5). */
  'groups.seen': define({
    document: 'journal',
    by: ['assigned'],
    family: false,
    free: true,
    words: 'состав группы принят',
    value: v.strictObject({ date, members: text(20) }),
  }),
  /** Colleagues of the school may take this plan over. */
  'plan.shared': define({
    document: 'journal',
    by: ['assigned'],
    family: false,
    free: true,
    words: 'план открыт коллегам',
    value: v.boolean(),
  }),

  /** "Был на уроке": the class teacher never changes presence, he proposes it. */
  proposal: define<Presence>({
    document: 'journal',
    by: ['classTeacher'],
    family: false,
    free: true,
    words: 'предложение исправить явку',
    value: presence as v.GenericSchema<unknown, Presence>,
  }),
  question: define({
    document: 'journal',
    by: ['classTeacher'],
    family: false,
    free: true,
    words: 'вопрос классного руководителя',
    value: v.strictObject({ flag: text(40), text: text(500) }),
  }),
  'question.answer': define({
    document: 'journal',
    by: teacher,
    family: false,
    free: true,
    words: 'ответ учителя',
    value: text(500),
  }),
  /** A remark on how the journal is kept (clause 5.2.4). */
  remark: define({
    document: 'journal',
    by: ['office', 'classTeacher'],
    family: false,
    free: true,
    words: 'замечание по ведению журнала',
    value: v.strictObject({ date, text: text(1000), lesson: v.optional(text(60)) }),
  }),
  'remark.answer': define({
    document: 'journal',
    by: ['assigned'],
    family: false,
    free: true,
    words: 'отметка учителя об исполнении',
    value: v.strictObject({ date, text: text(1000) }),
  }),
  'remark.closed': define({
    document: 'journal',
    by: ['office'],
    family: false,
    free: true,
    words: 'замечание снято',
    value: v.strictObject({ date }),
  }),
  /** Asks the office to let a locked period be edited. */
  request: define({
    document: 'journal',
    by: teacher,
    family: false,
    free: true,
    words: 'просьба открыть период',
    value: v.strictObject({ period: id, text: text(500) }),
  }),
  'request.answer': define({
    document: 'journal',
    by: ['office'],
    family: false,
    free: true,
    words: 'ответ на просьбу',
    value: v.strictObject({ granted: v.boolean(), until: v.optional(date), text: v.optional(text(500)) }),
  }),
} as const
