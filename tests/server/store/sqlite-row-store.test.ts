import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../../server/store/database.ts'
import { SqliteRowStore } from '../../../server/store/sqlite-row-store.ts'
import { rowStoreContract } from './row-store-contract.ts'

rowStoreContract('SQLite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parta-store-'))
  const databases = [openDatabase(folder)]
  return {
    store: new SqliteRowStore(databases[0]!),
    reopen() {
      const database = openDatabase(folder)
      databases.push(database)
      return new SqliteRowStore(database)
    },
    tamper: (sql) => databases[0]!.exec(sql),
    close() {
      for (const database of databases) database.close()
    },
  }
})
