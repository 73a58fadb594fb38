/** Pauses between attempts to write, ms: a passing fault is over soon, a full disk is not worth the battery. */
const firstPause = 250
export const longestPause = 10_000

/** The pause before the next attempt at something that failed: twice as long each time, ended early on demand. */
export class Pause {
  private length = firstPause
  private goOn: (() => void) | null = null

  /** Something succeeded: the next pause is the first again. */
  reset(): void {
    this.length = firstPause
  }

  /** Resolves when it is time to try again. */
  next(): Promise<void> {
    const length = this.length
    this.length = Math.min(length * 2, longestPause)
    return new Promise((resolve) => {
      const goOn = () => {
        clearTimeout(timer)
        this.goOn = null
        resolve()
      }
      const timer = setTimeout(goOn, length)
      this.goOn = goOn
    })
  }

  /** Ends a pause that runs. */
  end(): void {
    this.goOn?.()
  }
}
