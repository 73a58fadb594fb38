import { type DocumentId, familyDocument, readDocumentId } from '../../src/domain/ledger/documents.ts'
import type { UserId } from '../../src/domain/ledger/ids.ts'
import type { FamilyRight } from '../../src/domain/policy/policy.ts'
import { isDiaryClosed } from '../../src/domain/school/consents.ts'
import { type FamilyView, mayFollow, readFamily } from '../../src/domain/school/family-view.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { FamilyLink } from '../accounts/family-links.ts'
import type { Relay } from '../relay/relay.ts'

/** Families as their documents stand, and who of them may see what. */
export class Families {
  private readonly views = new Map<DocumentId, FamilyView>()

  constructor(
    private readonly relay: Relay,
    private readonly accounts: Accounts,
  ) {
    relay.onAppend((document) => this.views.delete(document))
  }

  /** The family of a pupil; empty where nothing was ever said of it. */
  of(pupil: string): FamilyView {
    const document = familyDocument(pupil)
    let view = this.views.get(document)
    if (!view) {
      view = readFamily(this.relay.foldOf(document), pupil)
      this.views.set(document, view)
    }
    return view
  }

  /** Whom an account may follow, with the intervals of its rights, as the relay judges what it writes. */
  rightsOf(user: UserId): FamilyRight[] {
    return this.accounts.families.of(user).flatMap(({ pupil, person, revoked }): FamilyRight[] => {
      const family = this.of(pupil)
      const isListed = person === pupil || family.guardians.some(({ id }) => id === person)
      return revoked || !isListed || isDiaryClosed(family, pupil, person)
        ? []
        : [{ pupil, person, ...family.rights.get(person) }]
    })
  }

  /** The links through which an account may follow pupils today: not taken away, with rights that hold, of pupils of the school. */
  followedBy(user: UserId): FamilyLink[] {
    return this.accounts.families.of(user).filter((link) => this.holds(link))
  }

  /** The link through which an account may follow a pupil today. */
  link(user: UserId, pupil: string): FamilyLink | undefined {
    return this.accounts.families.ofPupil(pupil).find((link) => link.user === user && this.holds(link))
  }

  /** Whether a link lets somebody in today: a pupil who has left the school takes the family's right along. */
  holds({ pupil, person, revoked }: Pick<FamilyLink, 'pupil' | 'person' | 'revoked'>): boolean {
    if (revoked || readDocumentId(familyDocument(pupil))?.kind !== 'family') return false
    return (
      this.relay.policy().classesOf(pupil).size > 0 &&
      mayFollow(this.of(pupil), pupil, person, this.relay.today())
    )
  }
}
