/**
 * What is made of documents, once for all who ask. Made anew for whoever asks after it was forgotten, also when that was
 * while it was being made: nothing that a commit came between is ever kept.
 */
export class Kept<Key, T> {
  private readonly made = new Map<Key, Promise<T>>()

  constructor(private readonly make: (key: Key) => Promise<T>) {}

  of(key: Key): Promise<T> {
    const known = this.made.get(key)
    if (known) return known
    const made = this.make(key)
    this.made.set(key, made)
    made.catch(() => {
      if (this.made.get(key) === made) this.made.delete(key)
    })
    return made
  }

  forget(key: Key): void {
    this.made.delete(key)
  }

  forgetAll(): void {
    this.made.clear()
  }
}
