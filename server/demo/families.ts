import { type DocumentId, entity, familyDocument } from '../../src/domain/ledger/documents.ts'
import type { Entry } from '../../src/domain/ledger/fact.ts'
import { addDays } from '../../src/domain/policy/policy.ts'
import { weekdayOf } from '../../src/domain/school/calendar.ts'
import type { ExchangeTables } from '../../src/exchange/tables.ts'
import { shownClass } from './classes.ts'
import { random } from './random.ts'

const streets = ['Советская', 'Ленина', 'Школьная', 'Мира', 'Набережная', 'Лесная', 'Полевая', 'Садовая']
const entering: readonly string[] = ['enrolled', 'arrived', 'moved_in']
/** How many families of the shown class, and what share of the others, wait to be told again. */
const waiting = { shown: 3, others: 0.06 }
const friday = 5

type Tables = Pick<ExchangeTables, 'years' | 'periods' | 'classes' | 'movements' | 'pupils' | 'guardians'>

/**
 * What class teachers entered about the families of who is in school on `today`: addresses; the families told after
 * every quarter and on the last Friday, but for a few, by e-mail who consented to it; the data checked in every month
 * that is over.
 */
export function familyEntries(tables: Tables, today: string, seed = 1): Map<DocumentId, Entry[]> {
  const year = tables.years[0]!
  const last = new Map(
    [...tables.movements]
      .sort((a, b) => (a.date < b.date ? -1 : 1))
      .map((movement) => [movement.pupil, movement]),
  )
  const shown = tables.classes.find(
    ({ grade, letter }) => grade === shownClass.grade && letter === shownClass.letter,
  )?.id
  const over = tables.periods.filter(({ kind, ends }) => kind === 'quarter' && ends < today)
  const lastFriday = addDays(today, -(((weekdayOf(today) - friday + 6) % 7) + 1))
  const running = tables.periods.find(
    ({ kind, starts, ends }) => kind === 'quarter' && starts <= lastFriday && lastFriday <= ends,
  )
  const found = new Map<DocumentId, Entry[]>()
  let left = waiting.shown
  for (const { id: pupil } of tables.pupils) {
    const movement = last.get(pupil)
    if (!movement || !entering.includes(movement.kind)) continue
    const { date: entered, class: of } = movement
    const draw = random(seed, 'family', pupil)
    const address = `ул. ${draw.pick(streets)}, д. ${draw.between(1, 84)}, кв. ${draw.between(1, 60)}`
    const waits = of === shown ? left > 0 && draw.chance(0.2) : draw.chance(waiting.others)
    if (of === shown && waits) left--
    const byMail = tables.guardians.filter((guardian) => guardian.pupil === pupil && guardian.email)
    const times = [...over, ...(running && !waits ? [{ ...running, ends: lastFriday }] : [])]
    found.set(familyDocument(pupil), [
      { entity: entity.address(pupil), attribute: 'address', value: address },
      ...byMail.map(
        ({ id }): Entry => ({
          entity: entity.consent(id, 'notices'),
          attribute: 'consent',
          value: { given: [entered, year.starts].sort()[1]! },
        }),
      ),
      ...times
        .filter(({ ends }) => entered <= ends)
        .map(({ starts, ends }): Entry => {
          const from = [entered, starts].sort()[1]!
          const onPaper = draw.chance(0.8) ? 'paper' : 'talk'
          const how = byMail.length > 0 ? 'email' : onPaper
          return {
            entity: entity.informed(pupil, from, ends),
            attribute: 'informed',
            value: { from, to: ends, how },
          }
        }),
      ...monthEnds(year.starts, today)
        .filter((end) => entered <= end)
        .map((end): Entry => {
          const month = end.slice(0, 7)
          return { entity: entity.checked(pupil, month), attribute: 'checked', value: { date: end } }
        }),
    ])
  }
  return found
}

/** Last days of the months from one day to another that are over by then. */
function monthEnds(from: string, today: string): string[] {
  const ends: string[] = []
  for (let day = `${from.slice(0, 7)}-01`; ; ) {
    const next = `${addDays(day, 31).slice(0, 7)}-01`
    const end = addDays(next, -1)
    if (end >= today) return ends
    ends.push(end)
    day = next
  }
}
