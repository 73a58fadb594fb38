import * as v from 'valibot'
import { define } from './attribute-spec.ts'
import { date, id, text } from './attribute-values.ts'

const pupilCard = v.strictObject({
  id,
  last: text(80),
  first: text(80),
  middle: v.optional(text(80)),
  born: v.optional(date),
  sex: v.optional(text(10)),
})

/** Attributes of the `class` and `family` documents: pupils, movement, groups, spans, guardians. */
export const classAttributes = {
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
} as const
