import { familyDocument, readDocumentId } from '../../src/domain/ledger/documents.ts'
import type { UserId } from '../../src/domain/ledger/ids.ts'
import type { FamilyRight } from '../../src/domain/policy/policy.ts'
import { isDiaryClosed } from '../../src/domain/school/consents.ts'
import { type FamilyView, mayFollow, readFamily } from '../../src/domain/school/family-view.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { FamilyLink } from '../accounts/family-links.ts'
import { Kept } from '../folds/kept.ts'
import type { Relay } from '../relay/relay.ts'

/** Families as their documents stand, and who of them may see what. */
export class Families {
  private readonly views: Kept<string, FamilyView>

  constructor(
    private readonly relay: Relay,
    private readonly accounts: Accounts,
  ) {
    this.views = new Kept(async (pupil) => readFamily(await relay.foldOf(familyDocument(pupil)), pupil))
    relay.onAppend((document) => {
      const name = readDocumentId(document)
      if (name?.kind === 'family') this.views.forget(name.pupil)
    })
  }

  /** The family of a pupil; empty where nothing was ever said of it. */
  of(pupil: string): Promise<FamilyView> {
    return this.views.of(pupil)
  }

  /** Whom an account may follow, with the intervals of its rights, as the relay judges what it writes. */
  async rightsOf(user: UserId): Promise<FamilyRight[]> {
    const rights: FamilyRight[] = []
    for (const { pupil, person, revoked } of await this.accounts.families.of(user)) {
      const family = await this.of(pupil)
      const isListed = person === pupil || family.guardians.some(({ id }) => id === person)
      if (!revoked && isListed && !isDiaryClosed(family, pupil, person))
        rights.push({ pupil, person, ...family.rights.get(person) })
    }
    return rights
  }

  /** The links through which an account may follow pupils today: not taken away, with rights that hold, of pupils of the school. */
  async followedBy(user: UserId): Promise<FamilyLink[]> {
    const followed: FamilyLink[] = []
    for (const link of await this.accounts.families.of(user)) if (await this.holds(link)) followed.push(link)
    return followed
  }

  /** The link through which an account may follow a pupil today. */
  async link(user: UserId, pupil: string): Promise<FamilyLink | undefined> {
    for (const link of await this.accounts.families.ofPupil(pupil))
      if (link.user === user && (await this.holds(link))) return link
    return undefined
  }

  /** Whether a link lets somebody in today: a pupil who has left the school takes the family's right along. */
  async holds({
    pupil,
    person,
    revoked,
  }: Pick<FamilyLink, 'pupil' | 'person' | 'revoked'>): Promise<boolean> {
    if (revoked || readDocumentId(familyDocument(pupil))?.kind !== 'family') return false
    if (this.relay.policy().classesOf(pupil).size === 0) return false
    return mayFollow(await this.of(pupil), pupil, person, this.relay.today())
  }
}
