import type { Channel } from './channel.ts'

/**
 * Downloads of one connection, one channel after another in the order in which they were opened: today's documents
 * are usable before the rest, and of a slow reader's download only one frame is ever in memory.
 */
export class Outflow {
  private readonly waiting: Channel[] = []
  private running = false

  constructor(
    private readonly hasRoom: () => boolean,
    private readonly failed: (err: unknown) => void,
  ) {}

  add(channel: Channel): void {
    if (!this.waiting.includes(channel)) this.waiting.push(channel)
    this.resume()
  }

  /** Goes on where it stopped for lack of room. */
  resume(): void {
    if (this.running || this.waiting.length === 0 || !this.hasRoom()) return
    this.running = true
    this.drain()
      .catch(this.failed)
      .finally(() => {
        this.running = false
        this.resume()
      })
  }

  private async drain(): Promise<void> {
    for (let channel = this.waiting.shift(); channel; channel = this.waiting.shift()) {
      if (await channel.catchUp()) continue
      this.waiting.unshift(channel)
      return
    }
  }
}
