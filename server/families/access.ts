import type { UserId } from '../../src/domain/ledger/ids.ts'
import { yearOn } from '../../src/domain/policy/access.ts'
import { belongs, type Pupil } from '../../src/domain/school/class-view.ts'
import { isDiaryClosed } from '../../src/domain/school/consents.ts'
import type { Guardian } from '../../src/domain/school/family-view.ts'
import { fullName, lastFirst, type PersonName } from '../../src/domain/school/names.ts'
import type {
  ClassFamilies,
  FamilyMember,
  FamilySlips,
  SchoolFamilies,
} from '../../src/sync/family-access.ts'
import { type Account, isStaff } from '../accounts/account-store.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { FamilyLink } from '../accounts/family-links.ts'
import type { FamilyStanding } from '../accounts/family-standing.ts'
import type { Relay } from '../relay/relay.ts'
import type { DiaryClasses } from './diary-classes.ts'
import type { Families } from './families.ts'

/** One of a pupil's family. */
export interface FamilyPerson {
  pupil: string
  person: string
}

/** Who gives codes out: the classes he leads, or (undefined) all, for the office. */
export interface Giver {
  user: UserId
  leads: ReadonlySet<string> | undefined
}

/** Reading within so many ms counts as reading: a fortnight. */
const readingSpan = 14 * 86_400_000

/** First credentials of families (clause 5.2.7) and who of them signs in and reads (5.2.9). */
export class FamilyAccess {
  constructor(
    private readonly relay: Relay,
    private readonly accounts: Accounts,
    private readonly families: Families,
    private readonly classes: DiaryClasses,
  ) {}

  /** Pupils who are in a class today, with their families. */
  async of(classId: string): Promise<ClassFamilies> {
    const pupils: ClassFamilies['pupils'] = []
    for (const pupil of await this.pupilsOf(classId))
      pupils.push({ pupil: pupil.id, name: lastFirst(pupil), members: await this.membersOf(pupil) })
    return { class: classId, pupils }
  }

  /** The classes of today's school year, counted. */
  async counted(): Promise<SchoolFamilies> {
    const { school } = this.relay.policy()
    const year = yearOn(school, this.relay.today())
    const since = this.accounts.now() - readingSpan
    const classes: SchoolFamilies['classes'] = []
    for (const { id } of [...school.classes.values()].filter((it) => it.year === year)) {
      const { pupils } = await this.of(id)
      const some = (test: (member: FamilyMember) => boolean) =>
        pupils.filter(({ members }) => members.some(test)).length
      classes.push({
        class: id,
        pupils: pupils.length,
        signedIn: some(({ lastSignIn }) => lastSignIn !== undefined),
        reading: some(({ lastRead = 0 }) => lastRead > since),
      })
      await new Promise(setImmediate)
    }
    return { classes }
  }

  /** Whether somebody may be given a code: of the family of a pupil who is in the class today, with rights that hold. */
  async mayBeInvited(classId: string, { pupil, person }: FamilyPerson): Promise<boolean> {
    const pupils = await this.pupilsOf(classId)
    return pupils.some(({ id }) => id === pupil) && this.families.holds({ pupil, person, revoked: false })
  }

  /** New codes, after which the former ones are worth nothing. Each person must be one who may be invited. */
  async invite(people: readonly FamilyPerson[], giver: Giver): Promise<FamilySlips> {
    const invited = new Map<UserId, FamilyPerson[]>()
    for (const one of people) {
      const { user, disabled } = await this.accountFor(one, giver)
      if (disabled) await this.accounts.enable(user, giver.user)
      await this.accounts.linkFamily(user, one.pupil, one.person)
      invited.set(user, [...(invited.get(user) ?? []), one])
    }
    const slips: FamilySlips['slips'] = []
    for (const [user, own] of invited) {
      const code = await this.accounts.invite(user, giver.user)
      const goodUntil = (await this.accounts.codeGoodUntil(user))!
      const { login } = (await this.accounts.store.byUser(user))!
      slips.push({ name: fullName(await this.nameOf(own[0]!)), login, code, goodUntil, people: own })
    }
    return { slips }
  }

  /** Makes a code that was handed out worth nothing; false where none waits. */
  async withdraw({ pupil, person }: FamilyPerson, giver: Giver): Promise<boolean> {
    const account = await this.linked({ pupil, person })
    if (!account || !(await this.isOwn(account, giver))) return false
    await this.accounts.withdrawCode(account.user, giver.user)
    return true
  }

  /** Takes the way to a pupil's diary away; false where there is none. */
  revoke({ pupil, person }: FamilyPerson, giver: Giver): Promise<boolean> {
    return this.accounts.revokeFamily(pupil, person, giver.user)
  }

  private async pupilsOf(classId: string): Promise<Pupil[]> {
    const view = await this.classes.members(classId)
    return view.pupils.filter(({ id }) => belongs(view, id, this.relay.today()))
  }

  private async membersOf(pupil: Pupil): Promise<FamilyMember[]> {
    const { guardians } = await this.families.of(pupil.id)
    const links = await this.accounts.families.ofPupil(pupil.id)
    const standings = await this.accounts.familyStandings(pupil.id)
    const members: FamilyMember[] = []
    for (const { id, relation, ...name } of [...guardians, { ...pupil, relation: undefined }])
      members.push({
        person: id,
        name: fullName(name),
        ...(relation === undefined ? {} : { relation }),
        ...stateOf(
          links.find((link) => link.person === id),
          standings.get(id),
        ),
        ...(await this.closedTo({ pupil: pupil.id, person: id })),
      })
    return members
  }

  /** Why somebody is not let in whatever code he has. */
  private async closedTo({
    pupil,
    person,
  }: FamilyPerson): Promise<Pick<FamilyMember, 'ended' | 'noConsent'>> {
    if (isDiaryClosed(await this.families.of(pupil), pupil, person)) return { ended: true, noConsent: true }
    return (await this.families.holds({ pupil, person, revoked: false })) ? {} : { ended: true }
  }

  /**
   * The account that a code is for. One that also opens other things to its owner (another class's pupil, the work of a
   * teacher) is not given away with a code by who has no say there: a new account takes this pupil over, and the owner
   * joins it to the old one by the code.
   */
  private async accountFor(one: FamilyPerson, giver: Giver): Promise<Account> {
    const linked = await this.linked(one)
    if (linked && (await this.isOwn(linked, giver))) return linked
    const known = linked ? undefined : await this.withSibling(one)
    if (known && (await this.isOwn(known, giver))) return known
    return this.accounts.admit(one.pupil, one.person, await this.nameOf(one), linked?.user)
  }

  /** The account of the same guardian with another pupil: lists have him once for each child, with one name and telephone. */
  private async withSibling({ pupil, person }: FamilyPerson): Promise<Account | undefined> {
    const own = await this.guardian({ pupil, person })
    if (!own) return undefined
    for (const other of await this.accounts.families.all()) {
      if (other.revoked || other.person === other.pupil || other.pupil === pupil) continue
      const guardian = await this.guardian(other)
      if (guardian && (guardian.id === person || isSamePerson(guardian, own)))
        return this.accounts.store.byUser(other.user)
    }
    return undefined
  }

  private async guardian({ pupil, person }: FamilyPerson): Promise<Guardian | undefined> {
    const { guardians } = await this.families.of(pupil)
    return guardians.find(({ id }) => id === person)
  }

  private async linked({ pupil, person }: FamilyPerson): Promise<Account | undefined> {
    const link = await this.accounts.families.find(pupil, person)
    return link && this.accounts.store.byUser(link.user)
  }

  /** Whether an account opens nothing that the giver has no say in. */
  private async isOwn(account: Account, { leads }: Giver): Promise<boolean> {
    if (isStaff(account)) return false
    if (!leads) return true
    const policy = this.relay.policy()
    const links = await this.accounts.families.of(account.user)
    return links.every(
      ({ pupil, revoked }) => revoked || [...policy.classesOf(pupil)].some((id) => leads.has(id)),
    )
  }

  private async nameOf({ pupil, person }: FamilyPerson): Promise<PersonName> {
    const guardian = await this.guardian({ pupil, person })
    if (guardian) return guardian
    const [classId] = this.relay.policy().classesOf(pupil)
    const { pupils } = await this.classes.members(classId ?? '')
    return pupils.find(({ id }) => id === pupil) ?? { last: pupil, first: '' }
  }
}

/** How far one of a family has come with the way to a pupil. */
function stateOf(
  link: FamilyLink | undefined,
  standing: FamilyStanding | undefined,
): Pick<FamilyMember, 'state' | 'login'> {
  if (!link || !standing) return { state: 'none' }
  const { login, active, ...times } = standing
  const known = Object.entries({ ...times, lastRead: link.lastRead ?? undefined })
  const { goodUntil } = times
  const state = link.revoked ? 'revoked' : goodUntil !== undefined ? 'issued' : active ? 'used' : 'expired'
  return { state, login, ...Object.fromEntries(known.filter(([, at]) => at !== undefined)) }
}

function isSamePerson(a: Guardian, b: Guardian): boolean {
  const digits = ({ phone = '' }: Guardian) => phone.replace(/\D/g, '').slice(-10)
  return fullName(a) === fullName(b) && digits(a).length === 10 && digits(a) === digits(b)
}
