/** What is read first: what somebody waits for, then what was asked for later. */
export class ReadingOrder {
  private under = 0
  private readonly later = new Set<() => void>()

  /** Reads at once, or `later`: when nothing else is being read. `begin` makes it at once after all. */
  read<T>(read: () => Promise<T>, later: boolean): { result: Promise<T>; begin: () => void } {
    let start = () => {}
    const turn = new Promise<void>((resolve) => {
      start = resolve
    })
    let begun = false
    const begin = () => {
      if (begun) return
      begun = true
      this.later.delete(begin)
      this.under++
      start()
    }
    const result = turn.then(read)
    const done = () => {
      this.under--
      this.goOn()
    }
    result.then(done, done)
    if (later) this.later.add(begin)
    else begin()
    this.goOn()
    return { result, begin }
  }

  /** A task later: what was waited for is shown by then. */
  private goOn(): void {
    if (this.under > 0 || this.later.size === 0) return
    setTimeout(() => {
      if (this.under === 0) for (const begin of [...this.later]) begin()
    })
  }
}
