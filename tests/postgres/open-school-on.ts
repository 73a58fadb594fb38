import { mkdirSync } from 'node:fs'
import type { FastifyBaseLogger } from 'fastify'
import { PostgresSignOuts } from '../../server/accounts/postgres-sign-outs.ts'
import { assembleSchool } from '../../server/command-line/assemble-school.ts'
import type { OpenSchool } from '../../server/command-line/open-school.ts'
import { FileTable } from '../../server/files/file-table.ts'
import { figuresOfPostgres } from '../../server/operations/database-figures.ts'
import { loadKeys } from '../../server/relay/keys.ts'
import { openPostgres } from '../../server/store/postgres-database.ts'
import { PostgresRowStore } from '../../server/store/postgres-row-store.ts'
import { PostgresTables } from '../../server/store/postgres-tables.ts'

/** Opens one of the schools of a database, with the keys of a folder. */
export async function openSchoolOn(
  address: string,
  id: string,
  dataFolder: string,
  log: FastifyBaseLogger,
): Promise<OpenSchool> {
  mkdirSync(dataFolder, { recursive: true })
  const database = await openPostgres(address)
  const store = await PostgresRowStore.open(database, id)
  const tables = new PostgresTables(database, store.school)
  const assembled = await assembleSchool({
    store,
    tables,
    contents: new FileTable(tables),
    news: new PostgresSignOuts(database, store.school, (error) => log.error(error)),
    keys: loadKeys(dataFolder),
    log,
    freshDemo: false,
  })
  return {
    ...assembled,
    name: id,
    dataFolder,
    isNew: true,
    ready: async () => undefined,
    figures: () => figuresOfPostgres(database),
    scrub: async () => undefined,
    share: async () => undefined,
    close: async () => {
      await assembled.accounts.families.writeReads()
      await database.close()
    },
  }
}
