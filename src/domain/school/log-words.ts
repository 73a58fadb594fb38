import { attributeSpec, isAttribute, type ValueOf } from '../ledger/attributes.ts'
import { type JournalKey, lessonOf, readLessonKey } from '../ledger/documents.ts'
import type { Json } from '../ledger/fact.ts'
import { reportPeriod, yearTitle } from '../reports/report-period.ts'
import { russianDate } from '../reports/table.ts'
import { fullName } from './names.ts'
import { className, type SchoolView } from './school-view.ts'
import { classTitle, staffTitle, subjectTitle } from './titles.ts'

/** What the log says of a fact. */
export interface LoggedFact {
  entity: string
  attribute: string
  value: Json
  /** What stood there before; null where nothing did. */
  before: Json
}

type Value<A extends Parameters<typeof attributeSpec>[0]> = ValueOf<A>
type Tell<T> = (school: SchoolView, value: T) => string

const weekdays = ['пн', 'вт', 'ср', 'чт', 'пт', 'сб', 'вс']
const of = (school: SchoolView, key: JournalKey) =>
  `${classTitle(school, key.class)}, ${subjectTitle(school, key)}`
const periodName = (school: SchoolView, id: string) => {
  const period = reportPeriod(school, id)
  return period ? `${period.title} ${yearTitle(period.year)}` : id
}

/** Values that are more than a word, each told in its own way; the others are told by their fields. */
const tellers: { [name: string]: Tell<never> } = {
  substitution: ((school, { date, bell, teacher, ...key }) =>
    `${of(school, key)}, ${russianDate(date)}, ${bell}-й урок, ${staffTitle(school, teacher)}`) as Tell<
    Value<'substitution'>
  >,
  permission: ((school, { teacher, until, ...key }) =>
    `${of(school, key)}, ${staffTitle(school, teacher)}, до ${russianDate(until)}`) as Tell<
    Value<'permission'>
  >,
  lock: ((school, { period }) => periodName(school, period)) as Tell<Value<'lock'>>,
  assignment: ((school, { teacher, ...key }) => `${of(school, key)}, ${staffTitle(school, teacher)}`) as Tell<
    Value<'assignment'>
  >,
  slot: ((school, { weekday, bell, ...key }) =>
    `${of(school, key)}, ${weekdays[weekday - 1]}, ${bell}-й урок`) as Tell<Value<'slot'>>,
  staff: ((_, member) =>
    `${fullName(member)}${member.roles.includes('office') ? ', администрация' : ''}`) as Tell<Value<'staff'>>,
  class: ((_, own) => className(own)) as Tell<Value<'class'>>,
  period: ((school, { id, starts, ends }) =>
    `${periodName(school, id)}, ${russianDate(starts)} – ${russianDate(ends)}`) as Tell<Value<'period'>>,
  account: ((school, { person }) => staffTitle(school, person)) as Tell<Value<'account'>>,
  erasure: ((_, { of, id }) => `${of === 'pupil' ? 'ученик' : 'сотрудник'} ${id}`) as Tell<Value<'erasure'>>,
  'settings.retention': ((_, { journals, summaries }) =>
    `журналы ${journals}, сводные ведомости ${summaries} (лет)`) as Tell<Value<'settings.retention'>>,
  'lesson.moved': ((_, { date, bell }) => `на ${russianDate(date)}, ${bell}-й урок`) as Tell<
    Value<'lesson.moved'>
  >,
  'lesson.cancelled': ((_, { reason }) => reason) as Tell<Value<'lesson.cancelled'>>,
  remark: ((_, { text }) => text) as Tell<Value<'remark'>>,
  'remark.answer': ((_, { text }) => text) as Tell<Value<'remark.answer'>>,
  request: ((school, { period, text }) => `${periodName(school, period)}, ${text}`) as Tell<Value<'request'>>,
  'request.answer': ((_, { granted, until, text }) =>
    [granted ? 'разрешено' : 'отказано', until && `до ${russianDate(until)}`, text]
      .filter((part) => part)
      .join(', ')) as Tell<Value<'request.answer'>>,
}

/**
 * A fact of the school or of a journal in words: «замена: 7А, Математика, 24.11.2026, 3-й урок, А. А. Вяткина»; what
 * was taken back says so and tells what it was.
 */
export function loggedInWords(school: SchoolView, journal: JournalKey | undefined, fact: LoggedFact): string {
  const { attribute, value, before } = fact
  const words = attributeWords(attribute)
  const lesson = lessonOf(fact.entity)
  const where = [
    journal && of(school, journal),
    lesson && `урок ${russianDate(readLessonKey(lesson).date)} (${readLessonKey(lesson).bell}-й)`,
  ].filter((part) => part)
  const told = value === null ? before : value
  const what = told === null ? '' : valueWords(school, attribute, told)
  return [
    where.length > 0 ? `${where.join(', ')}: ` : '',
    value === null ? `снято: ${words}` : words,
    what === '' ? '' : `: ${what}`,
  ].join('')
}

/** «замена», «период закрыт» */
export function attributeWords(attribute: string): string {
  return isAttribute(attribute) ? attributeSpec(attribute).words : attribute
}

function valueWords(school: SchoolView, attribute: string, value: Json): string {
  const tell = tellers[attribute] as Tell<Json> | undefined
  if (tell) return tell(school, value)
  return plainWords(value)
}

/** Texts, numbers and dates of a value in its own order; ids and flags say nothing to a reader. */
function plainWords(value: Json): string {
  if (value === null || typeof value === 'boolean') return ''
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\d$/.test(value) ? russianDate(value) : value
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return value.length > 3 ? '' : value.map(plainWords).filter(Boolean).join(', ')
  return Object.entries(value)
    .filter(([name]) => name !== 'id')
    .map(([, part]) => plainWords(part))
    .filter((part) => part !== '')
    .join(', ')
}
