import type { Accounts } from '../accounts/accounts.ts'
import type { FileStore } from '../files/file-store.ts'
import type { Board } from '../folds/board.ts'
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
  board: Board
  files: FileStore
  school: () => PublicSchool
}
