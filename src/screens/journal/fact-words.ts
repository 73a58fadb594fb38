import { attributeSpec, isAttribute, type Presence } from '../../domain/ledger/attributes.ts'
import { lessonOf } from '../../domain/ledger/documents.ts'
import type { Json } from '../../domain/ledger/fact.ts'
import type { Format } from '../design/texts/format.ts'

/** A value as a person reads it: «4», «Н», «опоздание 7 мин»; what was taken back is «пусто». */
export function valueInWords(attribute: string, value: Json): string {
  if (value === null) return 'пусто'
  if (attribute === 'presence') return presenceInWords(value as Presence)
  if (typeof value === 'boolean') return value ? 'да' : 'нет'
  if (typeof value !== 'object') return String(value)
  const { topic, kind, title, date, bell } = value as Record<string, Json>
  if (topic !== undefined) return String(topic)
  if (date !== undefined && bell !== undefined) return `${date}, ${bell}-й урок`
  return [kind, title].filter((part) => part !== undefined).join(', ') || JSON.stringify(value)
}

function presenceInWords(presence: Presence): string {
  if (presence === 'absent') return 'Н'
  if (presence === 'present') return 'на уроке'
  return presence.late === null ? 'О' : `О, ${presence.late} мин`
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
  const lesson = lessonOf(fact.entity)
  const parts = fact.entity.split(',')
  const pupil =
    parts[0] === 'mark'
      ? parts[5]
      : parts[0] === 'cell'
        ? parts[4]
        : parts[0] === 'periodmark'
          ? parts[2]
          : undefined
  const date = lesson?.split(',')[0]
  const day = date ? `${format.day(date)}: ` : ''
  const who = pupil === undefined ? '' : `, ${nameOf(pupil) ?? pupil}`
  return `${day}${attributeInWords(fact.attribute)} ${valueInWords(fact.attribute, fact.value)}${who}`
}
