import * as v from 'valibot'
import { define } from './attribute-spec.ts'
import { date, id, text, whole } from './attribute-values.ts'

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
  exemption: define({
    document: 'class',
    by: ['office'],
    family: true,
    words: 'освобождение от физкультуры',
    value: v.strictObject({
      pupil: id,
      from: date,
      to: v.optional(date),
      /** Medical group: «подготовительная», «специальная»; absent: exempt altogether. */
      group: v.optional(text(80)),
      document: v.optional(text(200)),
    }),
  }),
  conduct: define({
    document: 'class',
    by: ['classTeacher'],
    family: true,
    words: 'поведение',
    value: text(80),
  }),
  /** The class teacher has reconciled a week: what was left open, and the state he saw (clause 5.2.3). */
  'week.signed': define({
    document: 'class',
    by: ['classTeacher'],
    family: false,
    words: 'неделя сверена',
    value: v.strictObject({ date, open: whole(0, 10_000), revision: text(20) }),
  }),
  /** A duty carried out: a report handed in, a check made, with the state of the data it was made from. */
  'duty.done': define({
    document: 'class',
    by: ['classTeacher'],
    family: false,
    words: 'обязанность выполнена',
    value: v.strictObject({ date, revision: v.optional(text(20)), note: v.optional(text(500)) }),
  }),
  'duty.accepted': define({
    document: 'class',
    by: ['office'],
    family: false,
    words: 'принято администрацией',
    value: v.strictObject({ date, note: v.optional(text(500)) }),
  }),
  'paper.signed': define({
    document: 'class',
    by: ['classTeacher'],
    family: false,
    words: 'бумажная копия подписана',
    value: v.strictObject({ date, digest: text(80), sheets: whole(1, 2000) }),
  }),
  'paper.handed': define({
    document: 'class',
    by: ['classTeacher'],
    family: false,
    words: 'бумажная копия сдана',
    value: v.strictObject({ date, digest: text(80) }),
  }),
  'paper.accepted': define({
    document: 'class',
    by: ['office'],
    family: false,
    words: 'бумажная копия принята',
    value: v.strictObject({ date, digest: text(80) }),
  }),
  council: define({
    document: 'class',
    by: ['office'],
    family: true,
    words: 'решение педсовета',
    value: v.strictObject({ text: text(500), date: v.optional(date), number: v.optional(text(40)) }),
  }),
  acquainted: define({
    document: 'class',
    by: ['classTeacher'],
    family: false,
    words: 'ознакомлен с инструкцией',
    value: v.strictObject({ date, version: text(40) }),
  }),
  /** Word to all families of the class. */
  announcement: define({
    document: 'class',
    by: ['classTeacher', 'office'],
    family: true,
    words: 'объявление классу',
    value: v.strictObject({ date, until: v.optional(date), text: text(4000) }),
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
  /** Since when and until when (`to`: the first day without) a guardian may read and write; absent: at all times. */
  'guardian.rights': define({
    document: 'family',
    by: ['classTeacher', 'office'],
    family: true,
    words: 'права родителя',
    value: v.strictObject({ from: v.optional(date), to: v.optional(date), basis: v.optional(text(300)) }),
  }),
  address: define({
    document: 'family',
    by: ['classTeacher', 'office'],
    family: true,
    words: 'адрес',
    value: text(300),
  }),
  /** The monthly check that lists and contacts are true (clause 5.3.1). */
  checked: define({
    document: 'family',
    by: ['classTeacher'],
    family: false,
    words: 'данные проверены',
    value: v.strictObject({ date }),
  }),
  /** On paper by the class teacher or the office; by a guardian himself in the diary (clause 5.3.1). */
  consent: define({
    document: 'family',
    by: ['classTeacher', 'office', 'family'],
    family: true,
    words: 'согласие',
    value: v.strictObject({
      /** Absent: withdrawn without ever having been recorded as given. */
      given: v.optional(date),
      withdrawn: v.optional(date),
      basis: v.optional(text(300)),
    }),
    // Of two that disagree the one that lets less happen stands until it is settled.
    prefer: (a, b) => Number(b.withdrawn !== undefined) - Number(a.withdrawn !== undefined),
  }),
  /** The family was told how the pupil is doing (clause 5.2.6). */
  informed: define({
    document: 'family',
    by: ['classTeacher'],
    family: true,
    words: 'родители уведомлены',
    value: v.strictObject({
      from: date,
      to: date,
      how: v.picklist(['letter', 'email', 'push', 'paper', 'talk']),
      note: v.optional(text(500)),
    }),
  }),
  /** The class teacher's wish that the relay tell the family; `informed` is said once it was taken for delivery. */
  'informed.asked': define({
    document: 'family',
    by: ['classTeacher'],
    family: false,
    words: 'отправка отчёта родителям',
    value: v.strictObject({ from: date, to: date, how: v.picklist(['email', 'push']) }),
  }),
  /** What became of such a wish (`asked`: its fact); written by the relay alone. */
  'informed.outcome': define({
    document: 'family',
    by: [],
    family: false,
    words: 'отправлено родителям',
    value: v.strictObject({
      asked: text(200),
      failed: v.optional(
        v.picklist(['off', 'noAddress', 'noConsent', 'notWished', 'refused', 'unreachable']),
      ),
    }),
  }),
} as const
