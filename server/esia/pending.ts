/** Ms for a person to sign in at the provider. */
const lifetime = 600_000
/** Anybody may begin, and nobody has to finish: more than these are not kept, the oldest go. */
const most = 10_000

/** What waits for a browser to come back: for ten minutes, for one use, in memory (a restart asks to begin anew). */
export class Pending<T> {
  private readonly kept = new Map<string, { value: T; until: number }>()

  constructor(private readonly now: () => number = Date.now) {}

  put(key: string, value: T): void {
    for (const [old, { until }] of this.kept) {
      if (until > this.now() && this.kept.size < most) break
      this.kept.delete(old)
    }
    this.kept.set(key, { value, until: this.now() + lifetime })
  }

  /** Gives what waits under a key, once. */
  take(key: string): T | undefined {
    const found = this.kept.get(key)
    this.kept.delete(key)
    return found && found.until > this.now() ? found.value : undefined
  }
}
