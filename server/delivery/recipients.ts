import { threadDocument } from '../../src/domain/ledger/documents.ts'
import { consentOf, isWithdrawn } from '../../src/domain/school/consents.ts'
import type { Guardian } from '../../src/domain/school/family-view.ts'
import { fullName } from '../../src/domain/school/names.ts'
import { schoolClock } from '../../src/domain/school/school-date.ts'
import { quietFor } from '../../src/domain/thread/quiet-hours.ts'
import { type Notices, readThread } from '../../src/domain/thread/thread-view.ts'
import type { Families } from '../families/families.ts'
import type { Relay } from '../relay/relay.ts'
import type { Way, Why } from './outbox.ts'

/** Whether somebody can be reached. */
type Reaches = (pupil: string, person: string) => boolean | Promise<boolean>

/** Who of a pupil's family may be told, and how, as the ledger stands at that moment. */
export class Recipients {
  constructor(
    private readonly relay: Relay,
    private readonly families: Families,
    /** Ways that this server has, with whether somebody can be reached by them. */
    private readonly ways: Readonly<Record<Way, Reaches | undefined>>,
  ) {}

  /** Guardians whose rights hold today. */
  async guardiansOf(pupil: string): Promise<string[]> {
    const held: string[] = []
    for (const { id } of (await this.families.of(pupil)).guardians)
      if (await this.families.holds({ pupil, person: id, revoked: false })) held.push(id)
    return held
  }

  /** Why a guardian is not told by a way; undefined for who is. A consent of his own is needed (clause 5.3.1). */
  async whyNot(pupil: string, person: string, way: Way): Promise<Why | undefined> {
    const reaches = this.ways[way]
    if (!reaches) return 'off'
    const family = await this.families.of(pupil)
    const consent = consentOf(family, person, 'notices')
    if (consent?.given === undefined || isWithdrawn(family, person, 'notices')) return 'noConsent'
    if (!(await this.families.holds({ pupil, person, revoked: false }))) return 'noConsent'
    return (await reaches(pupil, person)) ? undefined : 'noAddress'
  }

  /** The same of a report, which a guardian may wish to have another way. */
  async whyNoReport(pupil: string, person: string, way: Way): Promise<Why | undefined> {
    const why = await this.whyNot(pupil, person, way)
    if (why !== undefined) return why
    const wished = (await this.wishesOf(pupil)).get(person)?.report
    return wished === undefined || wished === way ? undefined : 'notWished'
  }

  async wishesOf(pupil: string): Promise<ReadonlyMap<string, Notices>> {
    return readThread(await this.relay.foldOf(threadDocument(pupil))).notices
  }

  /** From when on somebody may be disturbed, ms since 1970: now, or the end of his quiet hours. */
  async awakeAt(pupil: string, person: string, now: number): Promise<number> {
    const clock = schoolClock(now, this.relay.policy().school.profile?.timezone)
    return now + quietFor((await this.wishesOf(pupil)).get(person)?.quiet, clock) * 60_000
  }

  async emailOf(pupil: string, person: string): Promise<string | undefined> {
    return (await this.guardian(pupil, person))?.email
  }

  async nameOf(pupil: string, person: string): Promise<string> {
    const guardian = await this.guardian(pupil, person)
    return guardian ? fullName(guardian) : ''
  }

  private async guardian(pupil: string, person: string): Promise<Guardian | undefined> {
    const { guardians } = await this.families.of(pupil)
    return guardians.find(({ id }) => id === person)
  }
}
