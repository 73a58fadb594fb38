import './platform.ts'
import { parseArgs } from 'node:util'
import { startPostgres } from '../postgres/postgres-server.ts'
import { begin } from './beginning.ts'
import { addMet, enoughSeeds, type Met, unmet } from './met.ts'
import { PostgresSchool } from './postgres-school.ts'
import { simulate } from './scenario.ts'
import { SqliteSchool } from './school-database.ts'

/**
 * `npm run simulate -- --seeds N [--from S] [--postgres]`: runs N seeds from S on, on a PostgreSQL of its own if wanted;
 * ends with 1 when a promise was broken, or many seeds met too little.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '300' },
    from: { type: 'string', default: '1' },
    postgres: { type: 'boolean', default: false },
  },
})
const seeds = Number(values.seeds)
const from = Number(values.from)
const server = values.postgres ? await startPostgres() : undefined
const school = server && (await PostgresSchool.fresh(server.address, server.superuser))
const beginning = await begin(school ?? SqliteSchool.fresh())
const met: Met = {}
let failed = 0
const began = performance.now()
for (let seed = from; seed < from + seeds; seed++) {
  const outcome = await simulate(seed, beginning)
  addMet(met, outcome.met)
  if (outcome.broken.length === 0) continue
  failed++
  console.log(`seed ${seed}:\n  ${outcome.broken.join('\n  ')}`)
}
const seconds = Math.round((performance.now() - began) / 1000)
console.log(`${seeds} seeds from ${from}: ${failed} failed, ${seconds} s. Met: ${JSON.stringify(met)}`)
await school?.close()
await server?.remove()
const lacks = seeds < enoughSeeds ? [] : unmet(met)
if (lacks.length > 0) console.log(`Never met: ${lacks.join(', ')}`)
process.exitCode = failed + lacks.length > 0 ? 1 : 0
