import type { FamilyView, Informed, KeptConsent } from './family-view.ts'

/** What a family consents to: the processing of data, the electronic diary, e-mail and messages to the phone. */
export const purposes = ['data', 'diary', 'notices'] as const
export type Purpose = (typeof purposes)[number]

type Consenting = Pick<FamilyView, 'guardians' | 'consents'>

/** The consent of one of a family: what was recorded of it; of data, else the date that stands with the guardian. */
export function consentOf(
  { consents, guardians }: Consenting,
  person: string,
  purpose: Purpose = 'data',
): KeptConsent | undefined {
  if (purpose !== 'data') return consents.get(`${person},${purpose}`)
  const given = guardians.find(({ id }) => id === person)?.consentDate
  return consents.get(person) ?? (given === undefined ? undefined : { given })
}

/** Whether there is a consent to the processing of data that stands: of any of the family (clause 5.3.1). */
export function hasConsent(family: Consenting): boolean {
  const recorded = [...family.consents.keys()].filter((name) => !name.includes(','))
  return [...recorded, ...family.guardians.map(({ id }) => id)].some((person) => {
    const consent = consentOf(family, person)
    return consent?.given !== undefined && consent.withdrawn === undefined
  })
}

/** Whether somebody took a consent back; who takes back that to the processing of data takes all of them back. */
export function isWithdrawn(family: Consenting, person: string, purpose: Purpose): boolean {
  const back = (of: Purpose) => consentOf(family, person, of)?.withdrawn !== undefined
  return back(purpose) || back('data')
}

/** Whether the family is told on paper or in person alone: the diary is closed to each guardian. */
export function isPaperOnly(family: Consenting): boolean {
  const { guardians } = family
  return guardians.length > 0 && guardians.every(({ id }) => isWithdrawn(family, id, 'diary'))
}

/**
 * Whether the electronic diary is closed to one of a family: to who took the consent back, and to the pupil when all
 * guardians have. One guardian does not close it to another.
 */
export function isDiaryClosed(family: Consenting, pupil: string, person: string): boolean {
  return isWithdrawn(family, person, 'diary') || (person === pupil && isPaperOnly(family))
}

/** Whether the family may be told in some way: letters go through the diary, e-mail and messages need a consent. */
export function mayBeTold(family: Consenting, how: Informed['how']): boolean {
  if (how === 'letter') return !isPaperOnly(family)
  if (how === 'paper' || how === 'talk') return true
  const { guardians } = family
  return guardians.length === 0 || guardians.some(({ id }) => !isWithdrawn(family, id, 'notices'))
}
