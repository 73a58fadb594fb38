import type { Relay } from '../relay/relay.ts'
import type { Accounts } from './accounts.ts'

/** How often it is looked whose last day is over, ms: within an hour of midnight. */
const lookEvery = 3_600_000

/** Closes the accounts of those whose last day at school is over; what waits on their devices still arrives. */
export class Leavers {
  private readonly timer: NodeJS.Timeout

  constructor(
    private readonly accounts: Accounts,
    private readonly relay: Relay,
  ) {
    this.close()
    this.timer = setInterval(() => this.close(), lookEvery)
    this.timer.unref()
  }

  close(): void {
    const { lastDays } = this.relay.policy().school
    const today = this.relay.today()
    for (const [person, day] of lastDays) {
      const account = day < today ? this.accounts.store.byPerson(person) : undefined
      if (account && !account.disabled) this.accounts.disable(account.user)
    }
  }

  stop(): void {
    clearInterval(this.timer)
  }
}
