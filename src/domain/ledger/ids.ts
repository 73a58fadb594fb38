/**
 * Ids that are short, fixed in width and sort as text by time. The alphabet is in ASCII order, so comparing two
 * ids as strings compares their clocks first.
 */
const alphabet = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
const digit = new Map([...alphabet].map((letter, index) => [letter, index]))

/** An account of the relay: 5 letters, random, never reissued. */
export type UserId = string & { readonly __userId: unique symbol }
/** One browser profile of one person: 4 letters, random. */
export type DeviceId = string & { readonly __deviceId: unique symbol }
/** A Yjs clientID: 32 bits, fresh for each writing session, never reused. */
export type ClientId = number
/** Time (8 letters, ms) + counter (2) + user (5) + device (4) + client (6): unique, sortable as text. */
export type FactId = string & { readonly __factId: unique symbol }

export const userIdLength = 5
export const deviceIdLength = 4
const timeLength = 8
const counterLength = 2
const clientLength = 6
export const factIdLength = timeLength + counterLength + userIdLength + deviceIdLength + clientLength
/** Facts minted by one clock within a millisecond before it moves on to the next. */
export const counterLimit = 64 ** counterLength

/** The author of imported facts and the relay itself; no account is ever given these ids. */
export const importUser = 'imprt' as UserId
export const relayUser = 'relay' as UserId
export const serverDevice = 'srvr' as DeviceId

const plain = /^[-0-9A-Z_a-z]+$/

/** Writes a whole number from 0 to 64^length - 1 in `length` sortable letters. */
export function packNumber(value: number, length: number): string {
  let text = ''
  let rest = value
  for (let i = 0; i < length; i++) {
    text = alphabet[rest % 64] + text
    rest = Math.floor(rest / 64)
  }
  return text
}

/** Reads what `packNumber` wrote. */
export function unpackNumber(text: string): number {
  let value = 0
  for (const letter of text) value = value * 64 + (digit.get(letter) ?? 0)
  return value
}

/** Letters for a random id from as many random bytes (0-255 each). */
export function lettersFrom(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => alphabet[byte & 63]).join('')
}

export function isUserId(text: string): text is UserId {
  return text.length === userIdLength && plain.test(text)
}

export function isDeviceId(text: string): text is DeviceId {
  return text.length === deviceIdLength && plain.test(text)
}

export function isFactId(text: unknown): text is FactId {
  return typeof text === 'string' && text.length === factIdLength && plain.test(text)
}

/** Who coins facts in one writing session. */
export interface Writer {
  user: UserId
  device: DeviceId
  client: ClientId
}

/** The part of a fact id that says who coined it. */
export function writerSuffix({ user, device, client }: Writer): string {
  return user + device + packNumber(client, clientLength)
}

/** Composes a fact id; `time` in ms since 1970, `counter` below `counterLimit`. */
export function factId(time: number, counter: number, suffix: string): FactId {
  return (packNumber(time, timeLength) + packNumber(counter, counterLength) + suffix) as FactId
}

/** The device's time in a fact id, ms since 1970. */
export function factTime(id: FactId): number {
  return unpackNumber(id.slice(0, timeLength))
}

/** The counter in a fact id. */
export function factCounter(id: FactId): number {
  return unpackNumber(id.slice(timeLength, timeLength + counterLength))
}

/** Who coined a fact. */
export function factUser(id: FactId): UserId {
  const user = timeLength + counterLength
  return id.slice(user, user + userIdLength) as UserId
}

/** The writing session that coined a fact. */
export function factWriter(id: FactId): Writer {
  const device = timeLength + counterLength + userIdLength
  const client = device + deviceIdLength
  return {
    user: factUser(id),
    device: id.slice(device, client) as DeviceId,
    client: unpackNumber(id.slice(client)),
  }
}
