import type { Authenticate, Authenticated } from './authenticated.ts'

/** Looks tokens up; what is found while sessions end elsewhere is looked up anew. */
export class SignIns {
  private endings = 0

  constructor(
    private readonly authenticate: Authenticate,
    /** Hears which version of the app somebody who has signed in says that it is. */
    readonly reported: (who: Authenticated, app: string) => void = () => undefined,
  ) {}

  /** To be called when sessions have been ended, before they are looked for among those that stand. */
  ended(): void {
    this.endings++
  }

  /** Tells `take` whose a token is, null for nobody's; it has begun a session, or not, before any can be ended again. */
  async find(token: string, take: (who: Authenticated | null) => void): Promise<void> {
    for (;;) {
      const before = this.endings
      const who = await this.authenticate(token)
      if (this.endings === before) return take(who)
    }
  }
}
