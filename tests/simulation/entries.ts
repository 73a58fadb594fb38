import type { Random } from '../../server/demo/random.ts'
import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import { entity, lessonKey, schoolDocument } from '../../src/domain/ledger/documents.ts'
import type { Entry } from '../../src/domain/ledger/fact.ts'
import {
  assign,
  lesson,
  lock,
  mark,
  russian,
  russianJournal,
  substitute,
  today,
} from '../server/relay/school.ts'

/** What everybody's tablet keeps in the simulation. */
export const wanted: readonly DocumentId[] = [schoolDocument, russianJournal]

const pupils = ['p1', 'p2', 'p3']
/** A lesson of the first quarter, and one that Pavel does not substitute. */
const lessons = [lesson, lesson, lessonKey('2026-10-20', 3)]
/** Pavel takes Vera's lesson today. */
export const substitution = substitute(russian, today, 2, 'pavel')

/** Something that this person might enter now; `fault`: an entry that no honest screen offers him. */
export function entriesOf(
  person: string,
  chance: Random,
): { document: DocumentId; entries: Entry[]; fault: boolean } {
  if (person === 'olga') return { document: schoolDocument, entries: [officeEntry(chance)], fault: false }
  const document = russianJournal
  const count = chance.between(1, 3)
  const fault = person === 'galina' && chance.chance(0.25)
  const write = person === 'galina' && !fault ? reason : grade
  return { document, entries: Array.from({ length: count }, () => write(chance)), fault }
}

function grade(chance: Random): Entry {
  const value = chance.pick(['5', '4', '3', null])
  return { ...mark(chance.pick(pupils), '2', chance.pick(lessons)), value }
}

function reason(chance: Random): Entry {
  const cell = entity.cell(chance.pick(lessons), chance.pick(pupils))
  return { entity: cell, attribute: 'reason', value: chance.pick(['Б', 'У', 'Н', null]) }
}

/** Locks and rights come and go. */
function officeEntry(chance: Random): Entry {
  const entry = chance.pick([lock('2026-q1'), lock('2026-q2'), assign(russian, 'vera'), substitution])
  switch (entry.attribute) {
    case 'assignment':
      return chance.chance(0.5) ? entry : assign(russian, 'vera', { to: '2026-11-20' })
    default:
      return chance.chance(0.5) ? entry : { ...entry, value: null }
  }
}
