/** Lets so many works run at once; the others wait for their turn, in order. */
export class Turns {
  private running = 0
  private readonly waiting: (() => void)[] = []

  constructor(private readonly most: number) {}

  /** A work that asks for a turn itself would wait for ever. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.most) this.running++
    // Who ends gives his place on.
    else await new Promise<void>((resolve) => this.waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = this.waiting.shift()
      if (next) next()
      else this.running--
    }
  }
}
