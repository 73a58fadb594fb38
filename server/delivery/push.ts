import type { Accounts } from '../accounts/accounts.ts'
import type { Tables } from '../store/tables.ts'
import type { Attempt } from './outbox.ts'
import { Pusher, type PusherOptions } from './pusher.ts'
import { Subscriptions } from './subscriptions.ts'

/** All that a message to a phone says: neither marks nor names go through anybody else's service. */
export const pushMessage = JSON.stringify({ news: true })

/** Messages to the phones of families. */
export class Push {
  readonly subscriptions: Subscriptions
  readonly publicKey: string
  private readonly pusher: Pusher

  constructor(
    private readonly accounts: Accounts,
    tables: Tables,
    options: PusherOptions,
  ) {
    this.subscriptions = new Subscriptions(tables)
    this.publicKey = options.key.publicKey
    this.pusher = new Pusher(options)
    accounts.onSignedOut((user, device) => this.subscriptions.forgetDevice(user, device))
  }

  isAllowed(endpoint: string): boolean {
    return this.pusher.isAllowed(endpoint)
  }

  /** Whether one of a pupil's family has switched messages on on some phone. */
  async reaches(pupil: string, person: string): Promise<boolean> {
    return (await this.phonesOf(pupil, person)).length > 0
  }

  /** Tells one of a family, on all his phones, that there is news; those that are gone are forgotten. */
  async send(pupil: string, person: string): Promise<Attempt> {
    const answers = []
    for (const phone of await this.phonesOf(pupil, person)) {
      const answer = await this.pusher.send(phone, pushMessage)
      if (answer.kind === 'gone') await this.subscriptions.forget(phone.endpoint)
      answers.push(answer)
    }
    if (answers.some(({ kind }) => kind === 'accepted')) return { kind: 'accepted' }
    return answers.find((answer) => answer.kind === 'again') ?? { kind: 'failed', why: 'refused' }
  }

  private async phonesOf(pupil: string, person: string) {
    const link = await this.accounts.families.find(pupil, person)
    return link && !link.revoked ? this.subscriptions.of(link.user) : []
  }
}
