import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const top = new URL('../../', import.meta.url)

test('every test that SECURITY.md names is there', () => {
  const text = readFileSync(new URL('server/SECURITY.md', top), 'utf8')
  const named = [...text.matchAll(/`(tests\/[^`]+)`/g)].map(([, file]) => file!)
  expect(named.length).toBeGreaterThan(80)
  expect(named.filter((file) => !existsSync(fileURLToPath(new URL(file, top))))).toEqual([])
})

test('it goes through all seventeen chapters, and says how each that is met is tested', () => {
  const text = readFileSync(new URL('server/SECURITY.md', top), 'utf8')
  const chapters = text.split(/\n\n\*\*(?=V\d+ )/).slice(1)
  expect(chapters.map((chapter) => /^V(\d+)/.exec(chapter)![1])).toEqual(
    Array.from({ length: 17 }, (_, index) => String(index + 1)),
  )
  for (const chapter of chapters) expect(chapter).toMatch(/Tested:\s+`tests\/|[Nn]ot applicable:/)
})
