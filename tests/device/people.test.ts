import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { daysUntilForgotten } from '../../src/device/contact.ts'
import { DexieStore } from '../../src/device/dexie-store.ts'
import type { AskShare } from '../../src/device/online-key.ts'
import { firstPause, freeAttempts, localAttempts, People } from '../../src/device/people.ts'
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

/** A relay that keeps one share, as the real one does: ten wrong proofs destroy it. */
function relayShare() {
  const kept = { ticket: '', share: '', proof: '', wrong: 0 }
  const asked: AskShare = async (ticket, proof) => {
    if (!online) return { kind: 'noLine' }
    if (ticket !== kept.ticket || kept.wrong >= 10) return { kind: 'gone' }
    if (proof === kept.proof) return { kind: 'share', share: kept.share }
    kept.wrong++
    return kept.wrong < 10 ? { kind: 'wrong', left: 10 - kept.wrong } : { kind: 'gone' }
  }
  return { kept, asked }
}
let online = true

test('SEAL7: once the PIN alone is not enough, the PIN opens with the relay and its share, and then alone again', async () => {
  const { kept, asked } = relayShare()
  people.close()
  people = new People(() => now, asked)
  const { user } = await add()
  expect(await people.prepareOnline(user, '000000')).toBeNull()
  const made = (await people.prepareOnline(user, '123456'))!
  Object.assign(kept, made.relay)
  await people.keepOnline(user, made.online)
  expect(await people.prepareOnline(user, '123456')).toBeNull()
  const [here] = await people.people()
  expect(here).toMatchObject({ ticket: kept.ticket, needsLine: false })
  // What the relay keeps is neither the PIN nor the key, and what lies here is not the share.
  expect(JSON.stringify(kept)).not.toContain('123456')

  await people.requireLine(user)
  expect((await people.people())[0]!.needsLine).toBe(true)
  online = false
  expect(await people.unlock(user, '123456')).toEqual({ ok: false, code: 'needsLine' })
  online = true
  expect(await people.unlock(user, '000000')).toEqual({ ok: false, code: 'wrongPin', left: 9 })
  const unlocked = await people.unlock(user, '123456')
  if (!unlocked.ok) throw new Error(unlocked.code)
  const store = new DexieStore(user, unlocked.key)
  expect(await store.kept('profile')).toEqual({ name: 'Анна Петровна' })
  store.close()
  online = false
  expect((await people.unlock(user, '123456')).ok).toBe(true)
  online = true

  expect(await people.changePin(user, '123456', '222333')).toEqual({ ok: true })
  // The share goes with the old PIN; without one, nothing is taken away from the device.
  await people.requireLine(user)
  expect((await people.people())[0]).toMatchObject({ ticket: null, needsLine: false })
  expect((await people.unlock(user, '222333')).ok).toBe(true)
}, 30_000)

test('SEAL7: ten wrong PINs take the own part away; the relay destroys its own after ten more', async () => {
  const { kept, asked } = relayShare()
  people.close()
  people = new People(() => now, asked)
  const { user } = await add()
  const made = (await people.prepareOnline(user, '123456'))!
  Object.assign(kept, made.relay)
  await people.keepOnline(user, made.online)
  const wrong = async () => {
    now += 2 * 24 * 60 * 60_000
    return people.unlock(user, '000000')
  }
  for (let i = 0; i < localAttempts; i++) await wrong()
  expect((await people.people())[0]!.needsLine).toBe(true)
  expect(kept.wrong).toBe(0)
  for (let i = 0; i < 9; i++) expect(await wrong()).toEqual({ ok: false, code: 'wrongPin', left: 9 - i })
  expect(await wrong()).toEqual({ ok: false, code: 'destroyed' })
  now += 2 * 24 * 60 * 60_000
  expect(await people.unlock(user, '123456')).toEqual({ ok: false, code: 'destroyed' })
}, 60_000)

test('SEAL8: days without contact are counted from the last one', async () => {
  const { user } = await add()
  const days = async () => daysUntilForgotten((await people.people())[0]!, now)
  expect(await days()).toBe(60)
  now += 50 * 86_400_000
  expect(await days()).toBe(10)
  await people.contacted(user, 30)
  expect(await days()).toBe(30)
  now += 31 * 86_400_000
  expect(await days()).toBe(-1)
})
