import { createHmac, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** The relay's secrets, kept beside the database and never inside it or its backups. */
export interface RelayKeys {
  /** Signs receipts (HMAC-SHA256): whoever has it can make receipts that any relay of the school believes. */
  mac: Buffer
}

const keyBytes = 32

/** The keys' file in a data folder. */
export const keyFile = 'relay.key'

/**
 * Reads `relay.key` of a data folder; where it is missing makes it (mode 0600), unless there is a database that was
 * signed with another. Throws then, and when the file holds something else: a new key would silently make every
 * receipt on every tablet worthless.
 */
export function loadKeys(dataFolder: string, hasDatabase = false): RelayKeys {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
  const path = join(dataFolder, keyFile)
  try {
    return readKeys(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    if (hasDatabase)
      throw new Error(`Нет файла ${path}: верните его из своей копии ключа, иначе квитанции не проверить.`)
  }
  const keys = { mac: randomBytes(keyBytes) }
  writeKeys(path, keys)
  return keys
}

/** Reads a file of keys. Throws where there is none (ENOENT), and where it holds something else. */
export function readKeys(path: string): RelayKeys {
  const mac = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64url')
  if (mac.length !== keyBytes)
    throw new Error(`Файл ${path} повреждён: верните его из своей копии ключа, иначе квитанции не проверить.`)
  return { mac }
}

/** Tells keys apart and says nothing of them. */
export function keyPrint({ mac }: RelayKeys): string {
  return createHmac('sha256', mac).update('parta').digest('base64url').slice(0, 22)
}

/** Writes a new file of keys, for its owner only. */
export function writeKeys(path: string, { mac }: RelayKeys): void {
  const file = openSync(path, 'wx', 0o600)
  writeSync(file, `${mac.toString('base64url')}\n`)
  fsyncSync(file)
  closeSync(file)
}
