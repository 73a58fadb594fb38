/** What a tap is expected to bring to the screen: an element that matches comes (with a text), or goes. */
export interface Expected {
  selector: string
  text?: string
  gone?: boolean
  /** Whether the tap writes something. */
  writes: boolean
}

/** ms from the input event; `stored` is 0 for a tap that writes nothing. */
export interface Measured {
  painted: number
  stored: number
}

/** ms after which something is wrong. */
const patience = 60_000

/**
 * Looks at the app from outside, put into the page before the app's own scripts: when what a tap brings is painted,
 * and when the transaction that stores it is complete. Only transactions of strict durability count.
 */
class TapProbe {
  private expected: Expected | null = null
  private at = 0
  private painted = 0
  private stored = 0
  private done: ((measured: Measured) => void) | null = null

  constructor() {
    for (const type of ['pointerup', 'keydown'] as const)
      addEventListener(type, (event) => this.begin(event), { capture: true })
    new MutationObserver(() => this.look()).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
    const watch = (store: IDBObjectStore) => this.watch(store)
    for (const write of ['add', 'put'] as const) {
      const original = IDBObjectStore.prototype[write]
      IDBObjectStore.prototype[write] = function (...args) {
        watch(this)
        return original.apply(this, args)
      }
    }
  }

  /** Gets ready for the next tap or key, or counts from a moment that was (`performance.now()`'s scale, above 0). */
  expect(expected: Expected, at = 0): void {
    this.expected = expected
    this.at = at
    this.painted = 0
    this.stored = 0
  }

  /** What the tap took, once all that was expected of it has come. */
  measured(): Promise<Measured> {
    return new Promise((resolve, reject) => {
      const { selector } = this.expected!
      const late = setTimeout(() => reject(new Error(`${selector}: nothing came`)), patience)
      this.done = (measured) => {
        clearTimeout(late)
        resolve(measured)
      }
      this.settle()
    })
  }

  private begin(event: Event): void {
    if (this.expected && this.at === 0) this.at = event.timeStamp
  }

  private look(): void {
    if (!this.expected || this.at === 0 || this.painted !== 0) return
    const { selector, text, gone } = this.expected
    const found = document.querySelector(selector)
    const shown = gone ? !found : found !== null && (text === undefined || found.textContent!.includes(text))
    if (!shown) return
    this.painted = -1
    // The frame that shows it is drawn after the callbacks of the next animation frame; the task behind it is after that.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        this.painted = performance.now()
        this.settle()
      }
      port2.postMessage(null)
    })
  }

  private watch({ name, transaction }: IDBObjectStore): void {
    if (name !== 'rows' || this.at === 0 || this.stored !== 0) return
    if (transaction.durability !== 'strict') throw new Error('rows are written with relaxed durability')
    this.stored = -1
    transaction.addEventListener('complete', () => {
      this.stored = performance.now()
      this.settle()
    })
  }

  private settle(): void {
    if (!this.expected || !this.done || this.painted <= 0) return
    if (this.expected.writes && this.stored <= 0) return
    this.done({
      painted: this.painted - this.at,
      stored: this.expected.writes ? this.stored - this.at : 0,
    })
    this.expected = null
    this.done = null
  }
}

declare global {
  var tapProbe: TapProbe
  /** ms that deriving keys from PINs took in this page. */
  var keyDerivation: number
}

globalThis.tapProbe = new TapProbe()
globalThis.keyDerivation = 0
const deriveKey = SubtleCrypto.prototype.deriveKey
SubtleCrypto.prototype.deriveKey = async function (...args) {
  const from = performance.now()
  try {
    return await deriveKey.apply(this, args)
  } finally {
    globalThis.keyDerivation += performance.now() - from
  }
}
