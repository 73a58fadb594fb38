import type { Lesson } from '../../domain/journal/journal-view.ts'
import type { AttributeName } from '../../domain/ledger/attributes.ts'
import { entity } from '../../domain/ledger/documents.ts'
import type { Fate, Fold, Head } from '../../domain/ledger/fold.ts'
import { type DeviceId, factTime, factWriter, type UserId } from '../../domain/ledger/ids.ts'
import type { CellConflict, HistoryEntry } from './cell-details.ts'
import { attributeInWords, valueInWords } from './fact-words.ts'

/** An attribute of a cell: which entity, which attribute. */
export interface CellPart {
  entity: string
  attribute: AttributeName
}

/** Everything that is recorded of a pupil at a lesson, and said about it. */
export function partsOf(fold: Fold, lesson: Lesson, pupil: string): CellPart[] {
  const cell = entity.cell(lesson.key, pupil)
  const marks = ['', ...lesson.works.map(({ id }) => id)].flatMap((work): CellPart[] => {
    const name = entity.mark(lesson.key, work, pupil)
    return [
      { entity: name, attribute: 'mark' },
      { entity: name, attribute: 'mark.comment' },
    ]
  })
  const asked = entity.question(lesson.key, pupil, '')
  const questions = [...fold.entities('question')].filter((name) => name.startsWith(asked)).sort()
  return [
    ...marks,
    { entity: cell, attribute: 'presence' },
    { entity: cell, attribute: 'reason' },
    { entity: cell, attribute: 'proposal' },
    { entity: entity.behaviour(lesson.key, pupil), attribute: 'behaviour' },
    ...questions.flatMap((name): CellPart[] => [
      { entity: name, attribute: 'question' },
      { entity: name, attribute: 'question.answer' },
    ]),
  ]
}

/** The history of a cell, newest first by the device's clock; `here` is the device it is read on. */
export function historyOf(
  fold: Fold,
  parts: readonly CellPart[],
  nameOf: (user: UserId) => string,
  here: { device: DeviceId; name: string },
): HistoryEntry[] {
  const all = parts.flatMap(({ entity: name, attribute }) => {
    const fates = fold.history(name, attribute)
    const byId = new Map(fates.map((fate) => [fate.id, fate]))
    return fates.map((fate) => historyEntry(fate, byId, nameOf, here))
  })
  return all.sort((a, b) => (a.id < b.id ? 1 : -1))
}

function historyEntry(
  fate: Fate,
  byId: ReadonlyMap<string, Fate>,
  nameOf: (user: UserId) => string,
  here: { device: DeviceId; name: string },
): HistoryEntry {
  const { id, attribute, value, receipt } = fate
  const before = fate.supersedes.map((seen) => byId.get(seen)).filter((seen) => seen !== undefined)
  return {
    id,
    what: attributeInWords(attribute),
    author: nameOf(receipt?.author ?? factWriter(id).user),
    as: receipt?.as,
    device: (receipt?.device ?? factWriter(id).device) === here.device ? here.name : undefined,
    deviceTime: factTime(id),
    serverTime: receipt?.receivedAt,
    from:
      before.length > 0 ? before.map((seen) => valueInWords(attribute, seen.value)).join(', ') : undefined,
    to: value === null ? null : valueInWords(attribute, value),
    fate: receipt?.verdict ?? 'waiting',
    why: receipt?.reason,
  }
}

/** Values that stand against each other in a cell; the id names the part. */
export function conflictsOf(
  fold: Fold,
  parts: readonly CellPart[],
  nameOf: (user: UserId) => string,
): CellConflict[] {
  return parts.flatMap((part, index) => {
    const state = fold.state(part.entity, part.attribute)
    if (!state?.conflict) return []
    return [
      {
        id: String(index),
        what: attributeInWords(part.attribute),
        values: state.heads.map(toValue(part.attribute, nameOf)),
      },
    ]
  })
}

function toValue(attribute: string, nameOf: (user: UserId) => string) {
  return ({ id, value, author, deviceTime, receipt }: Head) => ({
    id,
    value: value === null ? null : valueInWords(attribute, value),
    author: nameOf(author),
    as: receipt?.as,
    deviceTime,
    serverTime: receipt?.receivedAt,
  })
}
