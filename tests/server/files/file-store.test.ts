import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { FileStore } from '../../../server/files/file-store.ts'
import { journalDocument } from '../../../src/domain/ledger/documents.ts'
import type { UserId } from '../../../src/domain/ledger/ids.ts'
import { type AnyTables, startAnyTables } from '../store/any-tables.ts'

const math = journalDocument({ class: '7a', subject: 'math' })
const physics = journalDocument({ class: '7a', subject: 'phys' })
const user = 'u1' as UserId
const file = (text: string) => ({ type: 'text/plain', bytes: Buffer.from(text) })
const hashOf = ({ bytes }: { bytes: Buffer }) => createHash('sha256').update(bytes).digest('hex')

let under: AnyTables
beforeEach(async () => {
  under = await startAnyTables()
})
afterEach(() => under.close())

it('is full at the quota, and keeps taking what it has', async () => {
  const store = new FileStore(under.tables, under.contents, () => 1, 25)
  const first = file('двадцать') // 8 letters of two bytes: 16
  expect(await store.put(hashOf(first), first, math, user)).toBeNull()
  const second = file('ещё десять') // 9 letters and a space: 19 more, over 25
  expect(await store.put(hashOf(second), second, math, user)).toBe('quotaFull')
  expect(await store.put(hashOf(first), first, physics, user)).toBeNull()
  expect(await store.used()).toBe(16)
  expect(await store.get(hashOf(first), physics)).toEqual(first)
  expect(await store.get(hashOf(second), math)).toBeNull()
})

it('gives every byte back after a restart, for the journals it was sent for, under its own hash alone', async () => {
  const store = () => new FileStore(under.tables, under.contents, () => 1)
  const bytes = Buffer.from(Array.from({ length: 5_000 }, (_, at) => at % 256))
  const photo = { type: 'image/jpeg', bytes }
  expect(await store().put(hashOf(file('x')), photo, math, user)).toBe('wrongHash')
  expect(await store().put(hashOf(photo), photo, math, user)).toBeNull()
  under = await under.again()
  expect(await store().get(hashOf(photo), math)).toEqual(photo)
  expect(await store().get(hashOf(photo), physics)).toBeNull()
})
