import type { AttributeName, ValueOf } from '../ledger/attributes.ts'
import { entity } from '../ledger/documents.ts'
import type { FoldReader } from '../ledger/fold.ts'
import type { FactId } from '../ledger/ids.ts'
import { isDiaryClosed } from './consents.ts'
import { compareNames } from './names.ts'
import { all, by, covers } from './school-view.ts'

export type Guardian = ValueOf<'guardian'>
export type Consent = ValueOf<'consent'>
/** A consent as it is recorded; `inDiary`: by the guardian himself; `heads`: facts that a new one supersedes. */
export type KeptConsent = Consent & { inDiary?: boolean; heads?: readonly FactId[] }
export type Informed = ValueOf<'informed'>

/** A report that the relay was asked to send and has not sent. */
export type Sending = ValueOf<'informed.asked'> & {
  /** The fact by which it was asked. */
  asked: FactId
  /** Why it was given up; absent while it is tried. */
  failed: ValueOf<'informed.outcome'>['failed']
}

/** A `family` document as it stands. */
export interface FamilyView {
  guardians: Guardian[]
  /** Since when and until when guardians may read and write, by guardian id; absent: at all times. */
  rights: ReadonlyMap<string, ValueOf<'guardian.rights'>>
  address: string | undefined
  /** Consents to the processing of data by guardian id, or by the pupil's own id; others by `<id>,<purpose>`. */
  consents: ReadonlyMap<string, KeptConsent>
  /** Months (`YYYY-MM`) in which the data were checked, with the day of the check. */
  checks: ReadonlyMap<string, string>
  /** When the family was told how the pupil is doing, the earliest first. */
  informed: Informed[]
  /** What was to be sent to the family and was not, the earliest first. */
  sendings: Sending[]
}

/** Reads the document of a pupil's family. */
export function readFamily(fold: FoldReader, pupil: string): FamilyView {
  const consents = new Map<string, KeptConsent>()
  for (const name of fold.entities('consent')) {
    const consent = fold.value(name, 'consent')
    const state = fold.state(name, 'consent')
    if (!consent || !state) continue
    consents.set(name.slice(entity.consent('').length), {
      ...consent,
      inDiary: state.shown?.receipt?.as === 'family',
      heads: state.heads.map(({ id }) => id),
    })
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
    sendings: readSendings(fold),
  }
}

function readSendings(fold: FoldReader): Sending[] {
  const found: Sending[] = []
  for (const name of fold.entities('informed')) {
    const asked = fold.state(name, 'informed.asked')?.shown
    const value = asked && fold.value(name, 'informed.asked')
    if (!value) continue
    const outcome = fold.value(name, 'informed.outcome')
    const settled = outcome?.asked === asked.id
    // Told in another way since: nothing is left to be done.
    const isMoot = settled && receivedAt(fold, name, 'informed') > receivedAt(fold, name, 'informed.outcome')
    if (!settled || (outcome.failed !== undefined && !isMoot))
      found.push({ ...value, asked: asked.id, failed: settled ? outcome.failed : undefined })
  }
  return found.sort(by(({ to, from }) => `${to},${from}`))
}

/** When the relay received what stands; what waits on this device is the latest, what nobody said the earliest. */
function receivedAt(fold: FoldReader, name: string, attribute: AttributeName): number {
  const shown = fold.value(name, attribute) === undefined ? undefined : fold.state(name, attribute)?.shown
  return shown ? (shown.receipt?.receivedAt ?? Number.POSITIVE_INFINITY) : 0
}

/**
 * Whether somebody of a family may read the pupil's diary and write to the class teacher on a date: the pupil, and each
 * guardian who is listed and whose rights hold then; nobody whose diary is closed by a withdrawn consent.
 */
export function mayFollow(family: FamilyView, pupil: string, person: string, date: string): boolean {
  const { guardians, rights } = family
  if (isDiaryClosed(family, pupil, person)) return false
  if (person === pupil) return true
  return guardians.some(({ id }) => id === person) && covers(rights.get(person) ?? {}, date)
}
