import { classDocument, entity, familyDocument } from '../domain/ledger/documents.ts'
import { wasIn } from '../domain/school/class-view.ts'
import type { Known } from './known.ts'
import { rowKey } from './row-keys.ts'
import { toValue } from './row-values.ts'
import type { Say, Saying } from './saying.ts'
import type { AbsenceSpanRow, PupilModeRow, PupilRow } from './tables.ts'
import type { Whole } from './whole.ts'

/**
 * Tables of the class and family documents. Cards, spans and modes of a pupil are copied into the documents of his
 * classes, so that each class reads by itself; who has no class yet waits in his family's document.
 */
export function assertClasses(saying: Saying, whole: Whole): void {
  const said = { pupils: new Set<string>(), spans: new Set<string>(), modes: new Set<string>() }
  const spans = spanEntities(saying.tables.absence_spans, whole.known)
  saying.each('pupils', (row, say) => {
    said.pupils.add(row.id)
    sayPupil(row, whole, say)
  })
  saying.each('movements', ({ class: classId, ...row }, say) =>
    say(classDocument(classId), entity.movement(row.pupil, row.date, row.kind), 'movement', toValue(row)),
  )
  saying.each('group_members', (row, say) => {
    const group = whole.groups.get(row.group)!
    say(classDocument(group.class), entity.member(row.group, row.pupil, row.from), 'member', toValue(row))
  })
  saying.each('absence_spans', (row, say, index) => {
    said.spans.add(spans[index]!)
    saySpan(row, spans[index]!, whole, say)
  })
  saying.each('pupil_modes', (row, say) => {
    said.modes.add(entity.mode(row.pupil, row.from))
    sayMode(row, whole, say)
  })
  saying.each('guardians', (row, say) =>
    say(familyDocument(row.pupil), entity.guardian(row.id), 'guardian', toValue(row)),
  )
  bringAlong(saying, whole, said)
}

/** A movement may take a pupil into a class that has nothing of him yet: what the school holds of him goes along. */
function bringAlong(
  saying: Saying,
  whole: Whole,
  said: { pupils: Set<string>; spans: Set<string>; modes: Set<string> },
): void {
  const moved = new Map<string, Say>()
  saying.each('movements', ({ pupil }, say) => moved.set(pupil, moved.get(pupil) ?? say))
  const { tables, spans, modes } = whole.known
  for (const row of tables.pupils) {
    const say = moved.get(row.id)
    if (say && !said.pupils.has(row.id)) sayPupil(row, whole, say)
  }
  for (const [name, { row }] of spans) {
    const say = moved.get(row.pupil)
    if (say && !said.spans.has(name)) saySpan(row, name, whole, say)
  }
  for (const [name, { row }] of modes) {
    const say = moved.get(row.pupil)
    if (say && !said.modes.has(name)) sayMode(row, whole, say)
  }
}

function sayPupil(row: PupilRow, whole: Whole, say: Say): void {
  const classes = whole.classesOf(row.id)
  for (const id of classes) say(classDocument(id), entity.pupil(row.id), 'pupil', toValue(row))
  if (classes.length === 0) say(familyDocument(row.id), entity.pupil(row.id), 'unplaced', toValue(row))
}

function saySpan(row: AbsenceSpanRow, name: string, whole: Whole, say: Say): void {
  for (const id of classesDuring(row, row.to, whole, whole.known.spans.get(name)?.classes))
    say(classDocument(id), name, 'span', toValue(row))
}

function sayMode(row: PupilModeRow, whole: Whole, say: Say): void {
  const name = entity.mode(row.pupil, row.from)
  for (const id of classesDuring(row, row.to, whole, whole.known.modes.get(name)?.classes))
    say(classDocument(id), name, 'mode', toValue(row))
}

/**
 * Classes where the pupil belonged on some day of the interval, else all of his; and those that hold a copy already,
 * which must not keep saying what was said before.
 */
function classesDuring(
  { pupil, from }: { pupil: string; from: string },
  to: string | undefined,
  whole: Whole,
  holders: readonly string[] = [],
): Set<string> {
  const all = whole.classesOf(pupil)
  const during = all.filter((id) => wasIn(whole.stay(id, pupil), pupil, from, to))
  return new Set([...(during.length > 0 ? during : all), ...holders])
}

/**
 * Entity names of the folder's spans. Several may begin on one day with one code: an equal one that the school holds
 * gives its name, the others take the lowest ordinals that are left, in the folder's order.
 */
function spanEntities(rows: readonly AbsenceSpanRow[], known: Known): string[] {
  const held = new Map([...known.spans].map(([name, { row }]) => [rowKey.absence_spans(row), name]))
  const names = rows.map((row) => held.get(rowKey.absence_spans(row)))
  const used = new Set(names)
  return rows.map(({ pupil, from, code }, index) => {
    let name = names[index]
    for (let ordinal = 0; name === undefined; ordinal++) {
      const free = entity.span(pupil, from, code, ordinal)
      if (!used.has(free)) name = free
    }
    used.add(name)
    return name
  })
}
