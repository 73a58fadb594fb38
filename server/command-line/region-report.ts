import application from '../../package.json' with { type: 'json' }
import { figuresOfPostgres } from '../operations/database-figures.ts'
import { type RegionReport, reportOf } from '../operations/region.ts'
import { figuresOfSchool, figuresOfSchools } from '../operations/region-source.ts'
import type { PostgresDatabase } from '../store/postgres-database.ts'
import { servedHosts } from '../store/postgres-schema.ts'
import type { OpenSchool } from './open-school.ts'

const { version } = application

/** What a single school's operator is told. */
export async function reportOfSchool({ tables, relay, now, figures }: OpenSchool): Promise<RegionReport> {
  const found = { id: relay.policy().school.profile?.id ?? 'school', hosts: [] }
  const own = await figuresOfSchool(tables, now())
  return reportOf([{ ...found, figures: own }], { at: now(), version, database: await figures() })
}

/**
 * Tells of all schools of a database that have a host, whether this process has them open or not. With hundreds of them it
 * takes the database seconds: who asks meanwhile gets the same answer.
 */
export function regionOf(database: PostgresDatabase): () => Promise<RegionReport> {
  let reading: Promise<RegionReport> | undefined
  return () => {
    reading ??= reportOfSchools(database).finally(() => {
      reading = undefined
    })
    return reading
  }
}

async function reportOfSchools(database: PostgresDatabase): Promise<RegionReport> {
  const hosts = [...(await servedHosts(database))]
  const ids = [...new Set(hosts.map(([, id]) => id))]
  const at = Date.now()
  const figures = await figuresOfSchools(database, ids, at)
  const found = ids.map((id) => ({
    id,
    hosts: hosts.filter(([, of]) => of === id).map(([host]) => host),
    figures: figures.get(id),
  }))
  return reportOf(found, { at, version, database: await figuresOfPostgres(database) })
}
