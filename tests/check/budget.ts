import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** The critical path for 2G: everything the browser must have before the first screen can be used, gzipped, bytes. */
const budgets = [
  { page: 'dist/index.html', base: '/', most: 170 * 1024 },
  { page: 'dist/diary/index.html', base: '/diary/', most: 110 * 1024 },
]

for (const { page, base, most } of budgets) {
  const html = readFileSync(page)
  const assets = [...html.toString().matchAll(/(?:src|href)="([^"]*assets\/[^"]+\.(?:js|css))"/g)].map(
    (match) => match[1]!.slice(base.length),
  )
  if (assets.length === 0) throw new Error(`${page} names no assets: the budget would check nothing`)
  const files = [page, ...[...new Set(assets)].map((asset) => join(page, '..', asset))]
  let total = 0
  for (const file of files) {
    const size = gzipSync(readFileSync(file), { level: 9 }).length
    console.log(`${(size / 1024).toFixed(1).padStart(7)} KB  ${file}`)
    total += size
  }
  console.log(
    `${(total / 1024).toFixed(1).padStart(7)} KB  critical path, gzipped; at most ${most / 1024} KB`,
  )
  if (total > most) {
    console.error(`The critical path of ${page} is ${((total - most) / 1024).toFixed(1)} KB over its budget.`)
    process.exitCode = 1
  }
}
