import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DexieStore } from '../../src/device/dexie-store.ts'
import { firstPause, freeAttempts, People } from '../../src/device/people.ts'
import { freshUser, journal, row, tablet } from './ledger-samples.ts'

let now = 1_000_000
let people: People

beforeEach(async () => {
  await Dexie.delete('parta')
  people = new People(() => now)
})
afterEach(() => people.close())

async function add(label = 'Анна Петровна', pin = '123456') {
  const user = freshUser()
  const added = await people.addPerson({ user, device: tablet, label }, pin, { profile: { name: label } })
  if (!added.ok) throw new Error(added.code)
  return { user, key: added.key }
}

test('SEAL1: who is added is listed by label, and secrets open with the unlocked key only', async () => {
  const { user } = await add('Яна')
  await add('Анна')
  expect((await people.people()).map(({ label }) => label)).toEqual(['Анна', 'Яна'])
  const unlocked = await people.unlock(user, '123456')
  if (!unlocked.ok) throw new Error(unlocked.code)
  const store = new DexieStore(user, unlocked.key)
  expect(await store.kept('profile')).toEqual({ name: 'Яна' })
  store.close()
})

test('SEAL5: nobody is added twice, so no key is replaced', async () => {
  const { user } = await add()
  const again = await people.addPerson({ user, device: tablet, label: 'x' }, '999999', {})
  expect(again).toEqual({ ok: false, code: 'alreadyHere' })
  expect((await people.unlock(user, '123456')).ok).toBe(true)
})

test('SEAL4: five wrong PINs, then pauses of 1, 2, 4 minutes, in which not even the right PIN is tried', async () => {
  const { user } = await add()
  for (let left = freeAttempts - 1; left > 0; left--)
    expect(await people.unlock(user, '000000')).toEqual({ ok: false, code: 'wrongPin', left })
  for (const minutes of [1, 2, 4]) {
    const until = now + minutes * firstPause
    expect(await people.unlock(user, '000000')).toEqual({ ok: false, code: 'wait', until })
    expect(await people.unlock(user, '123456')).toEqual({ ok: false, code: 'wait', until })
    now = until
  }
  expect((await people.unlock(user, '123456')).ok).toBe(true)
  expect(await people.unlock(user, '000000')).toMatchObject({ code: 'wrongPin', left: freeAttempts - 1 })
})

test('SEAL4: attempts at the same time all count', async () => {
  const { user } = await add()
  const tries = await Promise.all(Array.from({ length: 7 }, () => people.unlock(user, '000000')))
  expect(tries.filter((t) => !t.ok && t.code === 'wrongPin')).toHaveLength(freeAttempts - 1)
  expect((await people.unlock(user, '123456')).ok).toBe(false)
  now += firstPause * 8
})

test('SEAL3: a PIN is changed with the old one; a short one is refused', async () => {
  const { user } = await add()
  expect(await people.changePin(user, '123456', '12')).toEqual({ ok: false, code: 'weakPin' })
  expect(await people.changePin(user, '000000', '654321')).toMatchObject({ code: 'wrongPin' })
  expect(await people.changePin(user, '123456', '654321')).toEqual({ ok: true })
  expect((await people.unlock(user, '123456')).ok).toBe(false)
  expect((await people.unlock(user, '654321')).ok).toBe(true)
})

test('SEAL5: nobody is removed while facts wait, unless forced; then the database is gone', async () => {
  const { user, key } = await add()
  const store = new DexieStore(user, key)
  await store.append(journal, [row(7, 0, 3)], 0)
  store.close()
  expect(await people.removePerson(user)).toEqual({ ok: false, code: 'waiting', facts: 3, quarantined: 0 })
  expect(await people.removePerson(user, true)).toEqual({ ok: true })
  expect(await people.people()).toEqual([])
  expect(await Dexie.exists(`parta-${user}`)).toBe(false)
})
