import type { Relay } from '../relay/relay.ts'
import type { Accounts } from './accounts.ts'

/** How often it is looked whose last day is over, ms: within an hour of midnight. */
const lookEvery = 3_600_000

/** Closes the accounts of those whose last day at school is over; what waits on their devices still arrives. */
export class Leavers {
  private readonly timer: NodeJS.Timeout
  private work: Promise<void> = Promise.resolve()

  constructor(
    private readonly accounts: Accounts,
    private readonly relay: Relay,
    private readonly failed: (error: unknown) => void,
  ) {
    this.timer = setInterval(() => this.close(), lookEvery)
    this.timer.unref()
  }

  /** Looks now. What could not be done is done the next time. */
  close(): Promise<void> {
    this.work = this.work.then(() => this.closeAll()).catch(this.failed)
    return this.work
  }

  /** Ends what is under way; the database may be closed after. */
  async stop(): Promise<void> {
    clearInterval(this.timer)
    await this.work
  }

  private async closeAll(): Promise<void> {
    const { lastDays } = this.relay.policy().school
    const today = this.relay.today()
    for (const [person, day] of lastDays) {
      const account = day < today ? await this.accounts.store.byPerson(person) : undefined
      if (account && !account.disabled) await this.accounts.disable(account.user)
    }
  }
}
