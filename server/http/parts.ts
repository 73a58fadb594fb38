import type { Accounts } from '../accounts/accounts.ts'
import type { Push } from '../delivery/push.ts'
import type { Esia } from '../esia/esia.ts'
import type { Diaries } from '../families/diaries.ts'
import type { Families } from '../families/families.ts'
import type { FileStore } from '../files/file-store.ts'
import type { OfficeFolds } from '../folds/office-folds.ts'
import type { OtherSchools } from '../other-schools/other-schools.ts'
import type { Relay } from '../relay/relay.ts'

/** What anybody may know of the school. */
export interface PublicSchool {
  id: string
  name: string
  timezone: string
  demo: boolean
  /** ms by which the relay's clock is ahead of the real one; 0 outside of the demo. */
  clockOffset: number
}

/** What the routes work with. */
export interface HttpParts {
  accounts: Accounts
  relay: Relay
  files: FileStore
  office: OfficeFolds
  families: Families
  diaries: Diaries
  /** Only where the school's operator has configured it. */
  esia?: Esia | undefined
  /** Only where the process serves many schools. */
  otherSchools?: OtherSchools | undefined
  /** Only where families get messages on their phones. */
  push?: Push | undefined
  school: () => PublicSchool
}
