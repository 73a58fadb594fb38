import { hash, verify } from '@node-rs/argon2'

/** argon2id (the library's default variant) with the parameters OWASP recommends: 19 MiB, 2 passes, 1 lane. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

const shortest = 8
export const longestPassword = 200

/** Hashes a password or a one-time code. */
export function hashSecret(secret: string): Promise<string> {
  return hash(secret.normalize('NFC'), parameters)
}

let stranger: Promise<string> | undefined

/**
 * Whether a secret is the hashed one. Without a hash (unknown login, no password yet) it takes the same time and says
 * no, so that nobody learns which logins exist.
 */
export async function verifySecret(hashed: string | null, secret: string): Promise<boolean> {
  stranger ??= hashSecret('nobody has this password')
  const right = await verify(hashed ?? (await stranger), secret.normalize('NFC'))
  return right && hashed !== null
}

const rows = ['01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю']
const popular = ['password', 'пароль', 'parta', 'парта', 'школа', 'admin']

/** Whether a password would be guessed: shorter than 8, the login itself, one letter, a keyboard row, a popular word. */
export function isWeak(password: string, login: string): boolean {
  const plain = password.normalize('NFC').toLowerCase()
  if ([...plain].length < shortest || password.length > longestPassword) return true
  if (login !== '' && plain.replace(/[\d\s\p{P}]+$/u, '') === login.toLowerCase()) return true
  if (plain === login.toLowerCase() || new Set(plain).size < 4) return true
  const stem = plain.replace(/\d+$/, '')
  if (popular.includes(stem)) return true
  return rows.some((row) => row.includes(plain) || (stem.length >= 4 && row.startsWith(stem)))
}
