import { lessonOf, pupilOf } from '../ledger/documents.ts'
import { canonical, type Json } from '../ledger/fact.ts'
import type { Fate, Fold } from '../ledger/fold.ts'
import { factTime, factWriter, type UserId } from '../ledger/ids.ts'

/** A cell that says something else than when a paper was signed. */
export interface LateChange {
  entity: string
  attribute: string
  pupil: string | undefined
  before: Json
  after: Json
  /** Who made the last change, and when the relay (else his device) had it, ms since 1970. */
  author: UserId
  at: number
}

/** A signature: who signed, when by his own clock, and when the relay had it (absent: it waits), ms since 1970. */
export interface Signature {
  author: UserId
  deviceTime: number
  receipt?: { receivedAt: number } | undefined
}

/** Kinds of entities that reports and the paper journal show. */
const shown = ['lesson', 'cell', 'mark', 'work', 'periodmark', 'former'] as const
/** Talk and the teacher's own notes are on no paper. */
const unseen = new Set(['proposal', 'lesson.note', 'lesson.ref', 'lesson.teacher'])

/**
 * Cells of a journal that changed after a signature: whose value as the signer saw it then differs from what stands
 * now, by a later fact or because a fact of his own did not count. `concerns` picks the entities. By time.
 */
export function changedAfter(
  fold: Fold,
  signature: Signature,
  concerns: (entity: string) => boolean,
): LateChange[] {
  const moment = seenUntil(signature)
  const changes: LateChange[] = []
  for (const kind of shown) {
    for (const entity of fold.entities(kind)) {
      if (!concerns(entity)) continue
      for (const attribute of fold.attributes(entity)) {
        if (unseen.has(attribute)) continue
        const history = fold.history(entity, attribute)
        if (!history.some((fate) => timeOf(fate) > moment || fate.receipt?.verdict === 'void')) continue
        const before = valueAt(history, signature)
        const after = fold.state(entity, attribute)?.shown?.value ?? null
        if (canonical(before) === canonical(after)) continue
        const last = history.reduce((a, b) => (timeOf(a) > timeOf(b) ? a : b))
        changes.push({
          entity,
          attribute,
          pupil: pupilOf(entity),
          before,
          after,
          author: last.receipt?.author ?? factWriter(last.id).user,
          at: timeOf(last),
        })
      }
    }
  }
  return changes.sort((a, b) => a.at - b.at || (a.entity < b.entity ? -1 : 1))
}

/** Lessons' entities within dates, period marks of a period. */
export function withinDates(
  dateOf: (lesson: string) => string | undefined,
  from: string,
  to: string,
  period?: string,
): (entity: string) => boolean {
  return (entity) => {
    const lesson = lessonOf(entity)
    if (!lesson) return period !== undefined && entity.startsWith(`periodmark,${period},`)
    const date = dateOf(lesson) ?? lesson.slice(0, 10)
    return from <= date && date <= to
  }
}

/** When the relay had a fact; of one that waits, the device's time. */
function timeOf({ id, receipt }: Fate): number {
  return receipt?.receivedAt ?? factTime(id)
}

/** The earlier of both clocks: what came in between was not before the signer's eyes. */
function seenUntil({ deviceTime, receipt }: Signature): number {
  return Math.min(deviceTime, receipt?.receivedAt ?? deviceTime)
}

function valueAt(history: readonly Fate[], signature: Signature): Json {
  const moment = seenUntil(signature)
  const seen = history.filter(({ id, receipt }) => {
    // What he had written himself stood before his eyes, whatever became of it and whatever the relay's clock says.
    if (factWriter(id).user === signature.author) return factTime(id) <= signature.deviceTime
    return receipt !== undefined && receipt.verdict === 'ok' && receipt.receivedAt <= moment
  })
  const replaced = new Set(seen.flatMap(({ supersedes }) => supersedes))
  const heads = seen.filter(({ id }) => !replaced.has(id))
  return heads.sort((a, b) => (a.id < b.id ? -1 : 1)).at(-1)?.value ?? null
}
