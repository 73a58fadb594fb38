import * as v from 'valibot'
import { define } from './attribute-spec.ts'
import { date, id, journalPart, text, time, whole } from './attribute-values.ts'

const bell = v.strictObject({ number: whole(0, 20), starts: time, ends: time })

/** Hundredths of an average. */
const threshold = whole(100, 500)
/** rules.md, Marks; what is absent keeps its default. */
const markSettings = v.strictObject({
  five: threshold,
  four: threshold,
  three: threshold,
  minimum: whole(1, 20),
  retake: v.picklist(['replaces', 'both']),
  kinds: v.array(
    v.strictObject({ name: text(80), weight: v.pipe(v.number(), v.minValue(0), v.maxValue(4)) }),
  ),
  controlsPerDay: whole(1, 8),
})

/** Attributes of the `school` document: all that the office sets. */
export const schoolAttributes = {
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
      kind: v.picklist(['quarter', 'half', 'trimester']),
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
    value: bell,
  }),
  /** Bells that differ from everybody's: of a shift, of some grades, of short days, until or from a date. */
  bellplan: define({
    document: 'school',
    by: ['office'],
    family: true,
    words: 'особые звонки',
    value: v.strictObject({
      id,
      shift: v.optional(whole(1, 3)),
      grades: v.optional(text(60)),
      shortDay: v.boolean(),
      from: v.optional(date),
      to: v.optional(date),
      bells: v.array(bell),
    }),
  }),
  /** A day with short lessons. */
  shortday: define({
    document: 'school',
    by: ['office'],
    family: true,
    words: 'сокращённый день',
    value: v.strictObject({ date }),
  }),
  /** A Saturday or Sunday kept as some other weekday for a day off elsewhere. */
  workday: define({
    document: 'school',
    by: ['office'],
    family: true,
    words: 'учебный выходной',
    value: v.strictObject({ date, weekday: whole(1, 6) }),
  }),
  /** A room that several lessons may use at once: a gym, an assembly hall. */
  room: define({
    document: 'school',
    by: ['office'],
    family: false,
    words: 'общий кабинет',
    value: v.strictObject({ name: text(60), shared: v.boolean() }),
  }),
  /** How the school's own tables shorten a subject's name. */
  abbreviation: define({
    document: 'school',
    by: ['office'],
    family: false,
    words: 'сокращение',
    value: v.strictObject({ text: text(60), subject: id }),
  }),
  'settings.marks': define({
    document: 'school',
    by: ['office'],
    family: true,
    words: 'правила отметок',
    value: markSettings,
  }),
  /** Days without contact after which a device forgets the journals it keeps. */
  'settings.forgetAfterDays': define({
    document: 'school',
    by: ['office'],
    family: false,
    words: 'через сколько дней без связи планшет забывает журналы',
    value: v.pipe(v.number(), v.integer(), v.minValue(7), v.maxValue(366)),
  }),
  /** Who answers questions on the software (5.1.2); absent: the office. */
  'settings.consultant': define({
    document: 'school',
    by: ['office'],
    family: false,
    words: 'консультант школы',
    value: v.strictObject({ person: id }),
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
  /** The day after it the account is closed. */
  'staff.lastDay': define({
    document: 'school',
    by: ['office'],
    family: false,
    words: 'последний рабочий день',
    value: date,
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
      shift: v.optional(whole(1, 3)),
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
      // Lessons of one hour held together: класс-комплект, joined parallel groups.
      joint: v.optional(id),
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
    // From a day on, or (absent) at once.
    value: v.strictObject({ period: id, from: v.optional(date) }),
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
  /** Whose personal data were erased, when, and how many facts that were. */
  erasure: define({
    document: 'school',
    by: [],
    family: false,
    words: 'персональные данные удалены',
    value: v.strictObject({ of: v.picklist(['pupil', 'person']), id, date, facts: whole(0, 1_000_000) }),
  }),
  /** Years after the end of the school year. */
  'settings.retention': define({
    document: 'school',
    by: ['office'],
    family: false,
    words: 'сроки хранения',
    value: v.strictObject({ journals: whole(1, 100), summaries: whole(1, 100) }),
  }),
} as const
