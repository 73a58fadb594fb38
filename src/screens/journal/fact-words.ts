import { attributeSpec, isAttribute, type Presence } from '../../domain/ledger/attributes.ts'
import { lessonOf, pupilOf } from '../../domain/ledger/documents.ts'
import type { Json } from '../../domain/ledger/fact.ts'
import type { Format } from '../design/texts/format.ts'

/** A value as a person reads it: «4», «Н», «опоздание 7 мин»; what was taken back is «пусто». */
export function valueInWords(attribute: string, value: Json): string {
  if (value === null) return 'пусто'
  if (attribute === 'presence' || attribute === 'proposal') return presenceInWords(value as Presence)
  if (attribute === 'mark' && value === '.') return '• (долг)'
  return inWords(value)
}

function presenceInWords(presence: Presence): string {
  if (presence === 'absent') return 'Н'
  if (presence === 'present') return 'на уроке'
  return presence.late === null ? 'О' : `О, ${presence.late} мин`
}

/** What a part of a value says, in the order in which it is read. */
const parts: Readonly<Record<string, (value: Json) => string>> = {
  granted: (granted) => (granted ? 'разрешено' : 'отказано'),
  until: (day) => `до ${inWords(day)}`,
  date: inWords,
  bell: (bell) => `${bell}-й урок`,
  topic: inWords,
  kind: inWords,
  title: inWords,
  name: inWords,
  url: inWords,
  mark: inWords,
  place: inWords,
  text: inWords,
  reason: inWords,
  weight: (weight) => `вес ${String(weight).replace('.', ',')}`,
  marks: (marks) => `отметок: ${(marks as readonly Json[]).length}`,
  absences: (absences) => `пропусков: ${(absences as readonly Json[]).length}`,
}

/** Any value of the schema: ids of other things and sizes of files are left out. */
function inWords(value: Json): string {
  if (value === null) return 'пусто'
  if (typeof value === 'boolean') return value ? 'да' : 'нет'
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value))
    return value.split('-').reverse().join('.')
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return value.map(inWords).join('; ')
  const object = value as { readonly [key: string]: Json }
  const said = Object.keys(parts).filter((key) => object[key] !== undefined)
  if ('topic' in object) return inWords(object.topic!)
  // A link with a title, a file with a name: the address says nothing more.
  const shown = said.filter((key) => key !== 'url' || object.title === undefined)
  return shown.map((key) => parts[key]!(object[key]!)).join(', ') || 'записано'
}

/** What a fact says something of: «отметка», «явка». */
export function attributeInWords(attribute: string): string {
  return isAttribute(attribute) ? attributeSpec(attribute).words : attribute
}

/** «22 октября: отметка 4, Катаев Матвей»; `nameOf` gives a pupil's name. */
export function factInWords(
  fact: { entity: string; attribute: string; value: Json },
  format: Format,
  nameOf: (pupil: string) => string | undefined,
): string {
  const pupil = pupilOf(fact.entity)
  const date = lessonOf(fact.entity)?.split(',')[0]
  const day = date ? `${format.day(date)}: ` : ''
  const who = pupil === undefined ? '' : `, ${nameOf(pupil) ?? pupil}`
  return `${day}${attributeInWords(fact.attribute)} ${valueInWords(fact.attribute, fact.value)}${who}`
}
