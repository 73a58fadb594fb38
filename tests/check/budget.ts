import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** The critical path for 2G: everything the browser must have before the first screen can be used, gzipped. */
const budget = 170 * 1024

const folder = 'dist'
const html = readFileSync(join(folder, 'index.html'))
const assets = [...html.toString().matchAll(/(?:src|href)="\/?(assets\/[^"]+\.(?:js|css))"/g)].map(
  (match) => match[1]!,
)
if (assets.length === 0) throw new Error('index.html names no assets: the budget would check nothing')

let total = gzipSync(html, { level: 9 }).length
const rows: [name: string, size: number][] = [['index.html', total]]
for (const asset of new Set(assets)) {
  const size = gzipSync(readFileSync(join(folder, asset)), { level: 9 }).length
  rows.push([asset, size])
  total += size
}
for (const [name, size] of rows) console.log(`${(size / 1024).toFixed(1).padStart(7)} KB  ${name}`)
console.log(
  `${(total / 1024).toFixed(1).padStart(7)} KB  critical path, gzipped; at most ${budget / 1024} KB`,
)
if (total > budget) {
  console.error(`The critical path is ${((total - budget) / 1024).toFixed(1)} KB over its budget.`)
  process.exit(1)
}
