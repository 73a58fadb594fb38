import { createHash, randomBytes, randomInt } from 'node:crypto'

/** An opaque token: 22 letters for 16 bytes, 43 for 32. */
export function randomToken(bytes: 16 | 32): string {
  return randomBytes(bytes).toString('base64url')
}

/** How a token is kept. Tokens have 128 bits of chance or more, so a plain hash is enough. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** No letters that are taken for another on paper: 0 O Q, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V. */
const codeLetters = 'ACDEFHJKMNPRTVWXY234579'
const codeLength = 10
const groupLength = 5

/** A one-time code of 45 bits, as it is printed: `K7MPT-4RXHE`. */
export function randomCode(): string {
  const letters = Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)])
  return `${letters.slice(0, groupLength).join('')}-${letters.slice(groupLength).join('')}`
}

/** Cyrillic letters that look like Latin ones: typed where the keyboard was left in Russian. */
const lookalikes: Record<string, string> = {
  А: 'A',
  В: 'B',
  С: 'C',
  Е: 'E',
  Н: 'H',
  К: 'K',
  М: 'M',
  Р: 'P',
  Т: 'T',
  Х: 'X',
  У: 'Y',
}

/** A code as it is compared: without groups and spaces, in capitals, Latin. */
export function normalCode(typed: string): string {
  const bare = typed.toUpperCase().replace(/[\s\-–—]+/g, '')
  return Array.from(bare, (letter) => lookalikes[letter] ?? letter).join('')
}
