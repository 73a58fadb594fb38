import { by } from '../school/school-view.ts'
import type { DiaryAnswer, DiaryDay, DiaryHead } from './diary.ts'

/** A diary as it lies on a phone. */
export interface StoredDiary {
  version: string
  head: DiaryHead
  days: readonly DiaryDay[]
}

/**
 * The diary after an answer: a whole one takes the place of what was there, a part goes on from it. Undefined where the
 * answer goes on from another version than this: then the whole is to be asked for.
 */
export function applyDiary(stored: StoredDiary | undefined, answer: DiaryAnswer): StoredDiary | undefined {
  const { version, since, head, days, gone = [] } = answer
  if (since === undefined) return head && { version, head, days }
  if (stored?.version !== since) return undefined
  const dropped = new Set([...gone, ...days.map(({ date }) => date)])
  const kept = stored.days.filter(({ date }) => !dropped.has(date))
  return { version, head: head ?? stored.head, days: [...kept, ...days].sort(by(({ date }) => date)) }
}
