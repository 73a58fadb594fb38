import { threadDocument } from '../../src/domain/ledger/documents.ts'
import { consentOf, isWithdrawn } from '../../src/domain/school/consents.ts'
import { fullName } from '../../src/domain/school/names.ts'
import { schoolClock } from '../../src/domain/school/school-date.ts'
import { quietFor } from '../../src/domain/thread/quiet-hours.ts'
import { type Notices, readThread } from '../../src/domain/thread/thread-view.ts'
import type { Families } from '../families/families.ts'
import type { Relay } from '../relay/relay.ts'
import type { Way, Why } from './outbox.ts'

/** Who of a pupil's family may be told, and how, as the ledger stands at that moment. */
export class Recipients {
  constructor(
    private readonly relay: Relay,
    private readonly families: Families,
    /** Ways that this server has, with whether somebody can be reached by them. */
    private readonly ways: Readonly<Record<Way, ((pupil: string, person: string) => boolean) | undefined>>,
  ) {}

  /** Guardians whose rights hold today. */
  guardiansOf(pupil: string): string[] {
    return this.families
      .of(pupil)
      .guardians.map(({ id }) => id)
      .filter((person) => this.families.holds({ pupil, person, revoked: false }))
  }

  /** Why a guardian is not told by a way; undefined for who is. A consent of his own is needed (clause 5.3.1). */
  whyNot(pupil: string, person: string, way: Way): Why | undefined {
    const reaches = this.ways[way]
    if (!reaches) return 'off'
    const family = this.families.of(pupil)
    const consent = consentOf(family, person, 'notices')
    if (consent?.given === undefined || isWithdrawn(family, person, 'notices')) return 'noConsent'
    if (!this.families.holds({ pupil, person, revoked: false })) return 'noConsent'
    return reaches(pupil, person) ? undefined : 'noAddress'
  }

  /** The same of a report, which a guardian may wish to have another way. */
  whyNoReport(pupil: string, person: string, way: Way): Why | undefined {
    const wished = this.wishesOf(pupil).get(person)?.report
    return (
      this.whyNot(pupil, person, way) ?? (wished === undefined || wished === way ? undefined : 'notWished')
    )
  }

  wishesOf(pupil: string): ReadonlyMap<string, Notices> {
    return readThread(this.relay.foldOf(threadDocument(pupil))).notices
  }

  /** From when on somebody may be disturbed, ms since 1970: now, or the end of his quiet hours. */
  awakeAt(pupil: string, person: string, now: number): number {
    const clock = schoolClock(now, this.relay.policy().school.profile?.timezone)
    return now + quietFor(this.wishesOf(pupil).get(person)?.quiet, clock) * 60_000
  }

  emailOf(pupil: string, person: string): string | undefined {
    return this.families.of(pupil).guardians.find(({ id }) => id === person)?.email
  }

  nameOf(pupil: string, person: string): string {
    const guardian = this.families.of(pupil).guardians.find(({ id }) => id === person)
    return guardian ? fullName(guardian) : ''
  }
}
