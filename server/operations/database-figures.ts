import { statfsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { databaseFile } from '../store/database.ts'
import type { PostgresDatabase } from '../store/postgres-database.ts'
import { lastCopy } from './last-copy.ts'

/** The database that schools are in. Bytes; times are ms since 1970. */
export interface DatabaseFigures {
  engine: 'sqlite' | 'postgres'
  bytes: number
  /** What is left on its disk; null where the database does not tell. */
  free: number | null
  /** Where PostgreSQL keeps an archive of its log: the last that went there, and whether the last try failed. */
  archive: { at: number | null; failing: boolean } | null
  /** The last copy by `backup`; null where none is known. Of a PostgreSQL its operator's own tools know. */
  copied: number | null
}

/** Of the school's own file. */
export function figuresOfFolder(dataFolder: string): DatabaseFigures {
  const { bavail, bsize } = statfsSync(dataFolder)
  const { size } = statSync(join(dataFolder, databaseFile))
  return { engine: 'sqlite', bytes: size, free: bavail * bsize, archive: null, copied: lastCopy(dataFolder) }
}

/** Of a PostgreSQL, which may stand on another machine and does not tell what its disk has left. */
export async function figuresOfPostgres({
  query,
}: Pick<PostgresDatabase, 'query'>): Promise<DatabaseFigures> {
  const [found] = await query<{ bytes: number; archives: boolean; at: Date | null; failed: boolean | null }>(
    `SELECT pg_database_size(current_database()) AS bytes, current_setting('archive_mode') <> 'off' AS archives,
       last_archived_time AS at, last_failed_time > COALESCE(last_archived_time, '-infinity') AS failed
     FROM pg_stat_archiver`,
  )
  const { bytes, archives, at, failed } = found!
  const archive = archives ? { at: at?.getTime() ?? null, failing: failed === true } : null
  return { engine: 'postgres', bytes, free: null, archive, copied: null }
}
