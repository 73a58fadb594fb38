import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { loadPushKey, pushKeyFile } from '../delivery/push-key.ts'
import { keyFile, keyPrint, type RelayKeys } from '../relay/keys.ts'
import { databaseFile } from '../store/database.ts'

/** By which a database tells a school's keys apart, by the names of their files. */
export function keyPrints(dataFolder: string, keys: RelayKeys): [file: string, print: string][] {
  return [
    [keyFile, keyPrint(keys)],
    [pushKeyFile, loadPushKey(dataFolder).publicKey],
  ]
}

/** Whether a folder has a school. */
export function hasDatabase(dataFolder: string): boolean {
  return existsSync(join(dataFolder, databaseFile))
}
