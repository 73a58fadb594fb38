/** A value that changes and tells who asks; its shape fits React's `useSyncExternalStore`. */
export class Observable<T> {
  private readonly listeners = new Set<() => void>()

  constructor(private current: T) {}

  readonly get = (): T => this.current

  /** Calls `listener` after every change; returns how to stop. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  set(value: T): void {
    if (Object.is(value, this.current)) return
    this.current = value
    for (const listener of [...this.listeners]) listener()
  }
}
