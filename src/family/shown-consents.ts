import { entity } from '../domain/ledger/documents.ts'
import { type Purpose, purposes } from '../domain/school/consents.ts'
import type { Consent } from '../domain/school/family-view.ts'
import type { FamilyThread } from '../domain/thread/family-thread.ts'
import type { Waiting } from './letters.ts'

/** A consent as the family sees it. */
export interface ShownConsent {
  purpose: Purpose
  given?: string | undefined
  withdrawn?: string | undefined
  inDiary?: boolean | undefined
  /** Facts that a new one supersedes. */
  heads: readonly string[]
  /** On this phone alone, or not taken by the school. */
  fate?: 'waiting' | 'refused' | undefined
}

/** A guardian's consents, with what this phone has written and the relay has not told back yet. */
export function shownConsents(
  thread: Pick<FamilyThread, 'consents'> | undefined,
  waiting: readonly Waiting[],
  { pupil, person }: { pupil: string; person: string },
): ShownConsent[] {
  return purposes.map((purpose) => {
    const told = thread?.consents?.find((one) => one.purpose === purpose)
    const base: ShownConsent = { ...told, purpose, heads: told?.heads ?? [] }
    const own = waiting.findLast(
      (item) =>
        item.pupil === pupil && item.facts.some((fact) => fact[1] === entity.consent(person, purpose)),
    )
    if (!own) return base
    if (own.fate === 'refused') return { ...base, fate: 'refused' }
    const fact = own.facts.find(([, name]) => name === entity.consent(person, purpose))!
    const { given, withdrawn } = fact[3] as Consent
    return {
      purpose,
      given,
      withdrawn,
      inDiary: true,
      heads: [fact[0]],
      fate: own.fate === 'sent' ? undefined : 'waiting',
    }
  })
}
