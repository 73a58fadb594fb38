import type { ValueOf } from '../ledger/attributes.ts'
import { entity } from '../ledger/documents.ts'
import type { FoldReader } from '../ledger/fold.ts'
import { compareNames } from './names.ts'
import { all, by, covers } from './school-view.ts'

export type Guardian = ValueOf<'guardian'>
export type Consent = ValueOf<'consent'>
export type Informed = ValueOf<'informed'>

/** A `family` document as it stands. */
export interface FamilyView {
  guardians: Guardian[]
  /** Since when and until when guardians may read and write, by guardian id; absent: at all times. */
  rights: ReadonlyMap<string, ValueOf<'guardian.rights'>>
  address: string | undefined
  /** Consents by guardian id, or by the pupil's own id. */
  consents: ReadonlyMap<string, Consent>
  /** Months (`YYYY-MM`) in which the data were checked, with the day of the check. */
  checks: ReadonlyMap<string, string>
  /** When the family was told how the pupil is doing, the earliest first. */
  informed: Informed[]
}

/** Reads the document of a pupil's family. */
export function readFamily(fold: FoldReader, pupil: string): FamilyView {
  const consents = new Map<string, Consent>()
  for (const name of fold.entities('consent')) {
    const consent = fold.value(name, 'consent')
    if (consent) consents.set(name.slice(entity.consent('').length), consent)
  }
  const checks = new Map<string, string>()
  for (const name of fold.entities('checked')) {
    const checked = fold.value(name, 'checked')
    const month = name.split(',')[2]
    if (checked && month !== undefined) checks.set(month, checked.date)
  }
  const rights = new Map<string, ValueOf<'guardian.rights'>>()
  for (const name of fold.entities('guardian')) {
    const right = fold.value(name, 'guardian.rights')
    if (right) rights.set(name.slice(entity.guardian('').length), right)
  }
  return {
    rights,
    guardians: all(fold, 'guardian', 'guardian').sort(compareNames),
    address: fold.value(entity.address(pupil), 'address'),
    consents,
    checks,
    informed: all(fold, 'informed', 'informed').sort(by(({ to, from }) => `${to},${from}`)),
  }
}

/** The consent of one of a family: what was recorded of it, else the date that stands with the guardian. */
export function consentOf({ consents, guardians }: FamilyView, person: string): Consent | undefined {
  const given = guardians.find(({ id }) => id === person)?.consentDate
  return consents.get(person) ?? (given === undefined ? undefined : { given })
}

/** Whether there is a consent that stands: of any of the family, given and not withdrawn (clause 5.3.1). */
export function hasConsent(family: FamilyView): boolean {
  const people = new Set([...family.consents.keys(), ...family.guardians.map(({ id }) => id)])
  return [...people].some((person) => {
    const consent = consentOf(family, person)
    return consent !== undefined && consent.withdrawn === undefined
  })
}

/**
 * Whether somebody of a family may read the pupil's diary and write to the class teacher on a date: the pupil, and each
 * guardian who is listed and whose rights hold then.
 */
export function mayFollow(
  { guardians, rights }: Pick<FamilyView, 'guardians' | 'rights'>,
  pupil: string,
  person: string,
  date: string,
): boolean {
  if (person === pupil) return true
  return guardians.some(({ id }) => id === person) && covers(rights.get(person) ?? {}, date)
}
