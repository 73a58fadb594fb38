import { initials } from '../../domain/school/names.ts'
import type { PersonOnDevice } from './unlock.tsx'

/** Whom the lock screen asks at once for the PIN. */
export function onlyOne(people: readonly PersonOnDevice[]): string | undefined {
  return people.length === 1 ? people[0]!.id : undefined
}

/** What the lock screen shows of a person: initials and surname. */
export function labelOf(name: string): string {
  const [last = name, first = '', middle] = name.split(' ')
  return first === '' ? last : initials({ last, first, middle })
}
