import { entity, type JournalKey, type LessonKey, readLessonKey } from '../ledger/documents.ts'
import type { Entry, Fact } from '../ledger/fact.ts'
import type { FactId } from '../ledger/ids.ts'
import { staffTitle } from '../school/titles.ts'
import { type Judgement, judge, lockOn } from './judge.ts'
import { type Actor, type Policy, sameJournal } from './policy.ts'

/** Why a lesson can't be kept here, in terms a screen can say. */
export type KeepingRight =
  | { kind: 'granted' }
  /** Id of the locked period. */
  | { kind: 'locked'; period: string }
  /** Name of who keeps it, empty when nobody is assigned. */
  | { kind: 'notYours'; teacher: string }

/** Circumstances of a device: it judges by what it knows now, the relay by what stands at reception. */
export interface DeviceReception {
  /** The school's date on this device. */
  today: string
  /** ms since 1970. */
  time: number
  movedTo: (lesson: LessonKey) => { date: string; bell: number } | undefined
}

/** What the relay would answer to an entry of this person, as far as the device knows. */
export function foresee(
  policy: Policy,
  key: JournalKey,
  actor: Actor,
  entry: Entry,
  at: DeviceReception,
): Judgement {
  const fact: Fact = ['' as FactId, entry.entity, entry.attribute, entry.value]
  return judge(policy, { kind: 'journal', ...key }, actor, fact, {
    today: at.today,
    receivedAt: at.time,
    movedTo: at.movedTo,
  })
}

/** Whether a person may keep a lesson: its roll, topic, homework and marks. */
export function keepingRight(
  policy: Policy,
  key: JournalKey,
  actor: Actor,
  lesson: LessonKey,
  at: DeviceReception,
): KeepingRight {
  const entry: Entry = { entity: entity.lesson(lesson), attribute: 'lesson.roll', value: true }
  const judgement = foresee(policy, key, actor, entry, at)
  if (judgement.kind === 'ok') return { kind: 'granted' }
  const date = at.movedTo(lesson)?.date ?? readLessonKey(lesson).date
  if (judgement.kind === 'void' && judgement.reason === 'periodLocked')
    return { kind: 'locked', period: lockOn(policy.school, key.class, date, at.today)?.id ?? '' }
  const keeper = policy.school.assignments.find(
    (a) => sameJournal(a, key) && (a.from ?? '') <= date && (a.to === undefined || date < a.to),
  )
  return { kind: 'notYours', teacher: keeper ? staffTitle(policy.school, keeper.teacher) : '' }
}
