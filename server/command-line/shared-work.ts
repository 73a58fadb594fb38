import { Leavers } from '../accounts/leavers.ts'
import { Extracts } from '../folds/extracts.ts'
import type { Logger } from '../relay/logger.ts'
import type { OnDuty } from '../store/postgres-duties.ts'
import type { OpenSchool } from './open-school.ts'

/** What one of a school's servers does for all of them: extracts, and accounts of those who have left. */
export class SharedWork implements OnDuty {
  private running: readonly { stop(): Promise<void> }[] = []
  private stopped = false

  constructor(
    private readonly school: Pick<OpenSchool, 'relay' | 'accounts'>,
    private readonly log: Logger,
  ) {}

  /** Resolves when nobody who has left can sign in any more. */
  async gained(): Promise<void> {
    if (this.stopped) return
    const { relay, accounts } = this.school
    const failed = (what: string) => (error: unknown) =>
      this.log.error({ stack: (error as Error).stack }, `${what} failed`)
    const leavers = new Leavers(accounts, relay, failed('leavers'))
    this.running = [new Extracts(relay, failed('extract')), leavers]
    await leavers.close()
  }

  async lost(): Promise<void> {
    const { running } = this
    this.running = []
    await Promise.all(running.map((one) => one.stop()))
  }

  /** Ends it for good; the database may be closed after. */
  async stop(): Promise<void> {
    this.stopped = true
    await this.lost()
  }
}
