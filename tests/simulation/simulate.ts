import './platform.ts'
import { parseArgs } from 'node:util'
import { begin } from './beginning.ts'
import { addMet, enoughSeeds, type Met, unmet } from './met.ts'
import { simulate } from './scenario.ts'

/** `npm run simulate -- --seeds N [--from S]`: runs N seeds from S on; ends with 1 when a promise was broken, or many seeds met too little. */
const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '300' }, from: { type: 'string', default: '1' } },
})
const seeds = Number(values.seeds)
const from = Number(values.from)
const beginning = await begin()
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
const lacks = seeds < enoughSeeds ? [] : unmet(met)
if (lacks.length > 0) console.log(`Never met: ${lacks.join(', ')}`)
process.exitCode = failed + lacks.length > 0 ? 1 : 0
