import Database from 'libsql'
import { schoolDocument } from '../../src/domain/ledger/documents.ts'
import type { SchoolProfile } from '../../src/domain/school/school-view.ts'
import type { RelayKeys } from '../relay/keys.ts'
import { foldDocument } from '../relay/own-facts.ts'
import { verifyStore } from '../relay/verify-store.ts'
import { copiedAt, isSchoolDatabase } from '../store/database-copy.ts'
import { SqliteRowStore } from '../store/sqlite-row-store.ts'
import { migrate } from './open-school.ts'
import { Refusal } from './outcome.ts'

/** What a copy of a school's database holds. */
export interface SchoolCopy {
  /** Undefined: nobody has set the school up yet. */
  school: SchoolProfile | undefined
  /** Entries of all logs. */
  rows: number
  /** Undefined of a copy that was made in another way than by `backup`. */
  made: Date | undefined
}

/** Reads a copy and checks all of it, with the key its receipts were signed with; refuses what is not whole. */
export async function checkCopy(file: string, keys: RelayKeys, named = file): Promise<SchoolCopy> {
  if (!isSchoolDatabase(file))
    throw new Refusal(`${named} — не копия школы или файл повреждён. Ничего не изменено.`)
  const database = new Database(file)
  try {
    migrate(database, keys)
    const store = new SqliteRowStore(database)
    const found = await verifyStore(store, keys)
    if (!found.ok)
      throw new Refusal(
        `Копия ${named} не прошла проверку: документ ${found.document}, запись ${found.seq}: ${found.why}.\n` +
          'Или файл повреждён, или ключ relay.key не от этой школы. Ничего не изменено.',
      )
    return {
      school: foldDocument(store, schoolDocument).value('school', 'school'),
      rows: found.rows,
      made: copiedAt(database),
    }
  } catch (error) {
    const { code } = error as { code?: string }
    if (!code?.startsWith('SQLITE_')) throw error
    throw new Refusal(`Файл ${named} повреждён (${code}). Ничего не изменено.`)
  } finally {
    database.close()
  }
}

/** The school of a database, read without checking it; undefined where nobody has set it up, or it can't be read. */
export function schoolOf(file: string): SchoolProfile | undefined {
  const database = new Database(file)
  try {
    return foldDocument(new SqliteRowStore(database), schoolDocument).value('school', 'school')
  } catch {
    return undefined
  } finally {
    database.close()
  }
}
