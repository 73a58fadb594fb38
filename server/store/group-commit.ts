import type { RowStore } from './row-store.ts'

interface Waiting {
  work: () => unknown
  weight: number
  done: (result: unknown) => void
  failed: (error: unknown) => void
}

/** Weight of the works in one transaction: bounds how long the event loop stands still. */
const transactionLimit = 1_000

/**
 * Group commit: works queue up while the last transaction runs; all that wait share the next one and its fsync. A
 * work sees what the works before it wrote, so rows not yet on disk count when the next is judged; nobody hears of
 * any before the commit.
 */
export class GroupCommit {
  private queue: Waiting[] = []
  private scheduled = false
  private closed = false

  /** `rolledBack`: what was written is gone; forget what was derived from it. `committed` runs before any answer. */
  constructor(
    private readonly store: RowStore,
    private readonly on: { committed: () => void; rolledBack: () => void },
  ) {}

  /**
   * Runs `work` in a transaction and returns its result after fsync. Rejects when it threw: nothing of it stands.
   * `weight`: how many elements it is about; heavy works share a transaction with few others.
   */
  submit<T>(work: () => T, weight = 1): Promise<T> {
    if (this.closed) return Promise.reject(new Error('the relay is stopping'))
    return new Promise<T>((resolve, reject) => {
      this.queue.push({ work, weight, done: (result) => resolve(result as T), failed: reject })
      this.schedule()
    })
  }

  /** Works waiting for the next transaction. */
  get waiting(): number {
    return this.queue.length
  }

  /** Commits what waits; takes nothing more afterwards. */
  close(): void {
    this.closed = true
    while (this.queue.length > 0) this.flush()
  }

  private schedule(): void {
    if (this.scheduled) return
    this.scheduled = true
    setImmediate(() => {
      this.scheduled = false
      this.flush()
      if (this.queue.length > 0) this.schedule()
    })
  }

  /** How many of the works that wait fit into one transaction, at least one. */
  private fitting(): number {
    let weight = 0
    const over = this.queue.findIndex((waiting) => {
      weight += waiting.weight
      return weight > transactionLimit
    })
    return over < 0 ? this.queue.length : Math.max(1, over)
  }

  private flush(): void {
    const batch = this.queue.splice(0, this.fitting())
    if (batch.length === 0) return
    if (this.run(batch) || batch.length === 1) return
    // One of them is bad: alone it fails alone.
    for (const one of batch) this.run([one])
  }

  /** Whether the batch was settled; a failed batch of one is rejected here. */
  private run(batch: Waiting[]): boolean {
    let results: unknown[]
    try {
      results = this.store.transact(() => batch.map(({ work }) => work()))
    } catch (error) {
      this.on.rolledBack()
      if (batch.length === 1) batch[0]!.failed(error)
      return false
    }
    this.on.committed()
    for (const [index, { done }] of batch.entries()) done(results[index])
    return true
  }
}
