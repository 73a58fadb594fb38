import './platform.ts'
import { parseArgs } from 'node:util'
import { begin } from './beginning.ts'
import { addMet, type Met, simulate } from './scenario.ts'

/** `npm run simulate -- --seeds N [--from S]`: runs N seeds from S on; ends with 1 when a promise was broken. */
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
process.exitCode = failed > 0 ? 1 : 0
