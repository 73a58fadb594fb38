import { type Awaitable, DatabaseGone, type Reads, type RowStore, type RowTransaction } from './row-store.ts'

interface Waiting {
  reads: Reads | null
  work: (rows: RowTransaction) => unknown
  weight: number
  done: (result: unknown) => void
  failed: (error: unknown) => void
}

/** Weight of the works in one transaction: bounds how long the event loop stands still. */
const transactionLimit = 1_000

/**
 * Group commit: works queue up while the last transaction runs; all that wait share the next one and its fsync. A
 * work sees what the works before it wrote, so rows not yet on disk count when the next is judged; nobody hears of
 * any before the commit. One transaction is under way at a time.
 */
export class GroupCommit {
  private queue: Waiting[] = []
  private turn: Promise<void> | undefined
  private closed = false
  /** What was derived from a transaction that failed could not be forgotten yet. */
  private stale = false

  /** `rolledBack`: what was written is gone; forget what was derived from it. `committed` runs before any answer. */
  constructor(
    private readonly store: RowStore,
    private readonly on: { committed: () => void; rolledBack: () => Awaitable<void> },
  ) {}

  /**
   * Runs `work`, which reads what `reads` says, in a transaction and returns its result after fsync. Rejects when it
   * threw: nothing of it stands. `weight`: how many elements it is about; heavy works share a transaction with few
   * others.
   */
  submit<T>(reads: Reads | null, work: (rows: RowTransaction) => T, weight = 1): Promise<T> {
    if (this.closed) return Promise.reject(new Error('the relay is stopping'))
    return new Promise<T>((resolve, reject) => {
      this.queue.push({ reads, work, weight, done: (result) => resolve(result as T), failed: reject })
      this.schedule()
    })
  }

  /** Works waiting for the next transaction. */
  get waiting(): number {
    return this.queue.length
  }

  /** Takes nothing more; resolves when all that waits is committed. */
  async close(): Promise<void> {
    this.closed = true
    while (this.turn) await this.turn
  }

  private schedule(): void {
    this.turn ??= this.takeTurn()
  }

  private async takeTurn(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    await this.flush()
    this.turn = undefined
    if (this.queue.length > 0) this.schedule()
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

  private async flush(): Promise<void> {
    const batch = this.queue.splice(0, this.fitting())
    if (await this.run(batch)) return
    // One of them is bad: alone it fails alone.
    for (const one of batch) await this.run([one])
  }

  private async forget(): Promise<void> {
    await this.on.rolledBack()
    this.stale = false
  }

  /** Whether the batch was settled; a failed batch of one is rejected here. */
  private async run(batch: Waiting[]): Promise<boolean> {
    const reads = batch.flatMap((waiting) => waiting.reads ?? [])
    let results: unknown[]
    try {
      if (this.stale) await this.forget()
      results = await this.store.transact(reads, (rows) => batch.map(({ work }) => work(rows)))
    } catch (error) {
      this.stale = true
      await this.forget().catch(() => undefined)
      // Nobody is at fault: asked one by one, each would wait for the database again.
      const all = batch.length === 1 || error instanceof DatabaseGone
      if (all) for (const { failed } of batch) failed(error)
      return all
    }
    this.on.committed()
    for (const [index, { done }] of batch.entries()) done(results[index])
    return true
  }
}
