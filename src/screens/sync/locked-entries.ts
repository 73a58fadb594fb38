import { lastRequest } from '../../domain/journal/requests.ts'
import { entity, type JournalKey, type LessonKey, lessonOf } from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import type { Fate, Fold } from '../../domain/ledger/fold.ts'
import type { UserId } from '../../domain/ledger/ids.ts'
import { isPeriodFor, isPeriodLocked } from '../../domain/policy/judge.ts'
import { foresee } from '../../domain/policy/keeping-right.ts'
import { type Actor, type Policy, sameJournal } from '../../domain/policy/policy.ts'
import type { Period } from '../../domain/school/school-view.ts'

/**
 * How it stands with a period of a journal in which entries did not count: `open`: they may be written now (`until`:
 * the last day of a permission); `waits`: the office has not answered; `granted`: it agreed, the permission is on its
 * way; `ended`: its time is over.
 */
export type RequestState =
  | { kind: 'none' }
  | { kind: 'waits'; text: string }
  | { kind: 'refused'; why: string }
  | { kind: 'granted' }
  | { kind: 'ended'; until: string }
  | { kind: 'open'; until: string | undefined }

/** Who asks, and when. */
export interface Asking {
  policy: Policy
  actor: Actor
  user: UserId
  /** The school's date. */
  today: string
  /** ms since 1970. */
  time: number
}

/** The period that an entry of a journal falls into: that of its mark, else of the lesson where it stands now. */
export function periodOfEntry(policy: Policy, key: JournalKey, fold: Fold, name: string): Period | undefined {
  const { periods, classes } = policy.school
  if (name.startsWith('periodmark,')) return periods.find(({ id }) => id === name.split(',')[1])
  const lesson = lessonOf(name)
  if (!lesson) return undefined
  const date = fold.value(entity.lesson(lesson), 'lesson.moved')?.date ?? lesson.slice(0, 10)
  const grade = classes.get(key.class)?.grade ?? 1
  return periods.find(({ kind, starts, ends }) => isPeriodFor(grade, kind) && starts <= date && date <= ends)
}

/** How it stands with a period in which these entries of a person did not count. */
export function requestState(
  { policy, actor, user, today, time }: Asking,
  key: JournalKey,
  fold: Fold,
  period: string,
  voided: readonly Fate[],
): RequestState {
  const movedTo = (lesson: LessonKey) => fold.value(entity.lesson(lesson), 'lesson.moved')
  const may = ({ entity: name, attribute, value }: Fate) => {
    const entry: Entry = { entity: name, attribute: attribute as Entry['attribute'], value }
    return foresee(policy, key, actor, entry, { today, time, movedTo }).kind === 'ok'
  }
  if (voided.every(may)) {
    const ends = policy.school.permissions
      .filter((one) => one.teacher === actor.person && sameJournal(one, key) && today <= one.until)
      .map(({ until }) => until)
    return {
      kind: 'open',
      until: isPeriodLocked(policy.school, period, today) ? ends.sort().at(-1) : undefined,
    }
  }
  const request = lastRequest(fold, user, period)
  if (!request) return { kind: 'none' }
  const { answer, text } = request
  if (!answer) return { kind: 'waits', text }
  if (!answer.granted) return { kind: 'refused', why: answer.text ?? '' }
  return answer.until !== undefined && answer.until < today
    ? { kind: 'ended', until: answer.until }
    : { kind: 'granted' }
}
