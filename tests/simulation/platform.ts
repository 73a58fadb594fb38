/**
 * The platform under the simulation: everything by which a run could differ from its seed (macrotasks, timers, clocks,
 * random numbers, threads of the runtime) answers to the world that runs, if one does. Import this first: others take
 * hold of these functions when they load.
 */
import 'fake-indexeddb/auto'
import crypto, { createCipheriv, createDecipheriv, webcrypto } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import zlib, { type ZlibOptions } from 'node:zlib'
import type { DataKey } from '../../src/device/seal.ts'

/** What a running world takes over. */
export interface Platform {
  now(): number
  random32(): number
  task(run: () => void): void
  timer(ms: number, run: () => void, again: boolean): unknown
  cancel(timer: unknown): void
  channel(name: string): {
    post(data: unknown): void
    close(): void
    listen(hear: (data: unknown) => void): void
  }
  complain(what: readonly unknown[]): void
}

const native = {
  setImmediate: globalThis.setImmediate,
  setTimeout: globalThis.setTimeout,
  setInterval: globalThis.setInterval,
  clearTimeout: globalThis.clearTimeout,
  clearInterval: globalThis.clearInterval,
  now: Date.now,
  performance: performance.now.bind(performance),
  getRandomValues: webcrypto.getRandomValues.bind(webcrypto),
  error: console.error,
  digest: webcrypto.subtle.digest.bind(webcrypto.subtle),
  randomBytes: crypto.randomBytes,
  randomInt: crypto.randomInt,
}

let running: Platform | null = null

/** Hands the platform to a world, or back. */
export function takeOver(platform: Platform | null): void {
  running = platform
}

/** What runs outside of any world and was not answered yet. */
let outstanding = 0

/** Does something that the world is not master of, as a database of its own process; a step ends when it has. */
export async function outside<T>(run: () => Promise<T>): Promise<T> {
  outstanding++
  try {
    return await run()
  } finally {
    outstanding--
  }
}

/** Resolves after all microtasks that are due have run, and what is outside has answered. */
export async function drained(): Promise<void> {
  do await new Promise((resolve) => native.setImmediate(resolve))
  while (outstanding > 0)
}

/** A key for sealing; its bytes do not matter, its determinism does. */
export const simulatedKey = { raw: Buffer.alloc(32, 7) } as unknown as DataKey

const replace = (target: object, name: string, value: unknown) =>
  Object.defineProperty(target, name, { value, configurable: true, writable: true })

replace(globalThis, 'setImmediate', (run: (...args: unknown[]) => void, ...args: unknown[]) =>
  running ? running.task(() => run(...args)) : native.setImmediate(run, ...args),
)
replace(globalThis, 'setTimeout', (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
  running ? running.timer(ms, () => run(...args), false) : native.setTimeout(run, ms, ...args),
)
replace(globalThis, 'setInterval', (run: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
  running ? running.timer(ms, () => run(...args), true) : native.setInterval(run, ms, ...args),
)
replace(globalThis, 'clearTimeout', (timer: never) =>
  running ? running.cancel(timer) : native.clearTimeout(timer),
)
replace(globalThis, 'clearInterval', (timer: never) =>
  running ? running.cancel(timer) : native.clearInterval(timer),
)
replace(Date, 'now', () => (running ? running.now() : native.now()))
replace(performance, 'now', () => (running ? running.now() : native.performance()))
replace(console, 'error', (...what: unknown[]) =>
  running ? running.complain(what) : native.error.apply(console, what),
)

replace(webcrypto, 'getRandomValues', (array: Uint8Array) => {
  if (!running) return native.getRandomValues(array)
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  for (let i = 0; i < bytes.length; i++) bytes[i] = running.random32() >>> 24
  return array
})

replace(crypto, 'randomBytes', (size: number) =>
  running ? Buffer.from(webcrypto.getRandomValues(new Uint8Array(size))) : native.randomBytes(size),
)
replace(crypto, 'randomInt', (from: number, to: number) =>
  running ? from + Math.floor((running.random32() / 2 ** 32) * (to - from)) : native.randomInt(from, to),
)

/** AES-256-GCM as the browser has it, without its threads: the same bytes, in the same step. */
replace(webcrypto, 'subtle', {
  digest: native.digest,
  async encrypt({ iv, additionalData }: AesGcmParams, { raw }: { raw: Buffer }, plain: Uint8Array) {
    const cipher = createCipheriv('aes-256-gcm', raw, iv as Uint8Array)
    cipher.setAAD(additionalData as Uint8Array)
    const bytes = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
    return new Uint8Array(bytes).buffer
  },
  async decrypt({ iv, additionalData }: AesGcmParams, { raw }: { raw: Buffer }, sealed: Uint8Array) {
    const decipher = createDecipheriv('aes-256-gcm', raw, iv as Uint8Array)
    decipher.setAAD(additionalData as Uint8Array)
    decipher.setAuthTag(sealed.subarray(-16))
    const bytes = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
    return new Uint8Array(bytes).buffer
  },
})

replace(
  zlib,
  'deflateRaw',
  (bytes: Uint8Array, options: ZlibOptions, done: (error: null, packed: Buffer) => void) =>
    done(null, zlib.deflateRawSync(bytes, options)),
)
syncBuiltinESMExports()

replace(
  globalThis,
  'Blob',
  class {
    constructor(private readonly parts: readonly Uint8Array[]) {}

    stream() {
      return new ReadableStream({
        start: (controller) => {
          for (const part of this.parts) controller.enqueue(part)
          controller.close()
        },
      })
    }
  },
)
replace(
  globalThis,
  'DecompressionStream',
  class extends TransformStream<Uint8Array, Uint8Array> {
    constructor() {
      super({ transform: (bytes, controller) => controller.enqueue(zlib.inflateRawSync(bytes)) })
    }
  },
)

replace(
  globalThis,
  'BroadcastChannel',
  class {
    onmessage: ((event: { data: unknown }) => void) | null = null
    private readonly channel: ReturnType<Platform['channel']> | undefined

    constructor(readonly name: string) {
      this.channel = running?.channel(name)
      this.channel?.listen((data) => this.onmessage?.({ data }))
    }

    postMessage(data: unknown) {
      this.channel?.post(data)
    }

    close() {
      this.channel?.close()
    }
  },
)

// Every open document's provider waits for the end of the process.
process.setMaxListeners(0)
