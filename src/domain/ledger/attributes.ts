import * as v from 'valibot'
import type { DocumentKind } from './documents.ts'

/**
 * The attribute schema: the ONE table that validation, permission, history and the diary read. An attribute names
 * what a fact says; its row tells the value's shape, the kind of document it lives in, who may assert it, whether
 * families may see it, and how history words it.
 */

/** In what capacity an author asserts a fact; the relay names it in the receipt. */
export type Capacity = 'assigned' | 'substitute' | 'classTeacher' | 'office' | 'family' | 'relay' | 'import'

export interface AttributeSpec<V = unknown> {
  document: DocumentKind
  value: v.GenericSchema<unknown, V>
  /** Who may assert it. `import` and `relay` may assert everything and are not listed. */
  by: readonly Capacity[]
  /** Whether a family may ever be shown it (the diary is this allow-list). */
  family: boolean
  /** How history words it, in Russian. */
  words: string
  /** Which of two conflicting values is shown: negative when `a` is. Without it the general rules decide. */
  prefer?: (a: V, b: V) => number
}

const text = (max: number) => v.pipe(v.string(), v.maxLength(max))
/** Free text without commas: ids are joined with commas in entity names. */
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(120), v.regex(/^[^,\n\r]+$/))
/** Lessons and works made in the app get ids of several parts in the exchange folder. */
const exchangeId = v.pipe(v.string(), v.minLength(1), v.maxLength(400), v.regex(/^[^,\n\r]+$/))
export const date = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/), v.isoDate())
const time = v.pipe(v.string(), v.regex(/^\d{2}:\d{2}$/))
const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max))
const pupilCard = v.strictObject({
  id,
  last: text(80),
  first: text(80),
  middle: v.optional(text(80)),
  born: v.optional(date),
  sex: v.optional(text(10)),
})
const journalPart = { class: id, subject: id, group: v.optional(id) }

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
const define = <V>(spec: AttributeSpec<V>) => spec

export const attributes = {
  school: define({
    document: 'school',
    by: ['office'],
    family: true,
    words: 'школа',
    value: v.strictObject({
      id,
      name: text(300),
      shortName: v.optional(text(120)),
      region: v.optional(text(120)),
      timezone: v.optional(text(60)),
    }),
  }),
  year: define({
    document: 'school',
    by: ['office'],
    family: true,
    words: 'учебный год',
    value: v.strictObject({ id, starts: date, ends: date }),
  }),
  period: define({
    document: 'school',
    by: ['office'],
    family: true,
    words: 'учебный период',
    value: v.strictObject({
      id,
      year: id,
      kind: v.picklist(['quarter', 'half']),
      number: whole(1, 10),
      starts: date,
      ends: date,
    }),
  }),
  holiday: define({
    document: 'school',
    by: ['office'],
    family: true,
    words: 'каникулы',
    value: v.strictObject({
      name: v.optional(text(120)),
      starts: date,
      ends: date,
      grades: v.optional(text(60)),
    }),
  }),
  bell: define({
    document: 'school',
    by: ['office'],
    family: true,
    words: 'звонок',
    value: v.strictObject({ number: whole(0, 20), starts: time, ends: time }),
  }),
  subject: define({
    document: 'school',
    by: ['office'],
    family: true,
    words: 'предмет',
    value: v.strictObject({ id, name: text(200) }),
  }),
  staff: define({
    document: 'school',
    by: ['office'],
    family: false,
    words: 'сотрудник',
    value: v.strictObject({
      id,
      last: text(80),
      first: text(80),
      middle: v.optional(text(80)),
      roles: v.array(v.picklist(['teacher', 'office'])),
      email: v.optional(text(200)),
    }),
  }),
  class: define({
    document: 'school',
    by: ['office'],
    family: true,
    words: 'класс',
    value: v.strictObject({
      id,
      year: id,
      grade: whole(1, 12),
      letter: text(20),
      classTeacher: v.optional(id),
      ungradedUntil: v.optional(date),
    }),
  }),
  group: define({
    document: 'school',
    by: ['office'],
    family: true,
    words: 'группа',
    value: v.strictObject({ id, class: id, subject: id, name: text(120) }),
  }),
  assignment: define({
    document: 'school',
    by: ['office'],
    family: false,
    words: 'нагрузка',
    value: v.strictObject({
      ...journalPart,
      teacher: id,
      hoursPerWeek: v.optional(v.number()),
      hoursPerYear: v.optional(v.number()),
      from: v.optional(date),
      to: v.optional(date),
      grading: v.optional(v.picklist(['marks', 'credit', 'none'])),
      attested: v.optional(v.picklist(['quarter', 'half', 'year'])),
    }),
  }),
  slot: define({
    document: 'school',
    by: ['office'],
    family: true,
    words: 'расписание',
    value: v.strictObject({
      ...journalPart,
      weekday: whole(1, 7),
      bell: whole(0, 20),
      room: v.optional(text(60)),
      from: v.optional(date),
      to: v.optional(date),
      week: v.optional(v.picklist(['odd', 'even'])),
    }),
  }),
  substitution: define({
    document: 'school',
    by: ['office'],
    family: false,
    words: 'замена',
    value: v.strictObject({ ...journalPart, date, bell: whole(0, 20), teacher: id }),
  }),
  lock: define({
    document: 'school',
    by: ['office'],
    family: false,
    words: 'период закрыт',
    value: v.strictObject({ period: id }),
  }),
  permission: define({
    document: 'school',
    by: ['office'],
    family: false,
    words: 'разрешение правки',
    value: v.strictObject({ ...journalPart, teacher: id, until: date }),
  }),
  account: define({
    document: 'school',
    by: [],
    family: false,
    words: 'учётная запись',
    value: v.strictObject({ person: id }),
  }),

  pupil: define({
    document: 'class',
    by: ['office', 'classTeacher'],
    family: true,
    words: 'ученик',
    value: pupilCard,
  }),
  movement: define({
    document: 'class',
    by: ['office'],
    family: true,
    words: 'движение',
    value: v.strictObject({
      pupil: id,
      kind: v.picklist(['enrolled', 'arrived', 'moved_in', 'moved_out', 'left', 'expelled']),
      date,
      orderNo: v.optional(text(40)),
      orderDate: v.optional(date),
      place: v.optional(text(200)),
    }),
  }),
  member: define({
    document: 'class',
    by: ['classTeacher', 'office'],
    family: true,
    words: 'состав группы',
    value: v.strictObject({ group: id, pupil: id, from: v.optional(date), to: v.optional(date) }),
  }),
  span: define({
    document: 'class',
    by: ['classTeacher'],
    family: true,
    words: 'причина отсутствия по датам',
    value: v.strictObject({
      pupil: id,
      from: date,
      to: v.optional(date),
      code: v.picklist(['Б', 'У']),
      document: v.optional(text(200)),
    }),
  }),
  mode: define({
    document: 'class',
    by: ['office'],
    family: true,
    words: 'форма обучения',
    value: v.strictObject({
      pupil: id,
      mode: v.picklist(['home', 'family']),
      from: date,
      to: v.optional(date),
    }),
  }),

  /** A pupil whom no class has taken yet: his card waits in the family's document. */
  unplaced: define({
    document: 'family',
    by: ['office'],
    family: true,
    words: 'ученик вне классов',
    value: pupilCard,
  }),
  guardian: define({
    document: 'family',
    by: ['classTeacher', 'office'],
    family: true,
    words: 'родитель',
    value: v.strictObject({
      id,
      pupil: id,
      last: text(80),
      first: text(80),
      middle: v.optional(text(80)),
      relation: v.optional(text(60)),
      phone: v.optional(text(60)),
      email: v.optional(text(200)),
      consentDate: v.optional(date),
    }),
  }),

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

export type AttributeName = keyof typeof attributes
export type ValueOf<A extends AttributeName> =
  (typeof attributes)[A] extends AttributeSpec<infer V> ? V : never

/** Whether a text is the name of a known attribute. */
export function isAttribute(name: string): name is AttributeName {
  return Object.hasOwn(attributes, name)
}

/** The schema row of an attribute. */
export function attributeSpec(name: AttributeName): AttributeSpec {
  return attributes[name] as AttributeSpec
}
