import 'fake-indexeddb/auto'
import { Dexie } from 'dexie'
import { afterEach, expect, test, vi } from 'vitest'
import { PersonDatabase, writerVersion } from '../../src/device/database.ts'
import { People } from '../../src/device/people.ts'
import { PersonSession, ProfileGoneError } from '../../src/device/person-session.ts'
import { entity, lessonKey } from '../../src/domain/ledger/documents.ts'
import { freshUser, journal, tablet, until } from './ledger-samples.ts'

const profile = { person: 't1', name: 'Анна', roles: ['teacher'], school: { id: 's', name: 'Школа' } }
const mark = (pupil: string) =>
  ({ entity: entity.mark(lessonKey('2026-02-03', 1), '', pupil), attribute: 'mark', value: '5' }) as const

async function start(onAutoLock = () => {}, onGone = () => {}) {
  await Dexie.delete('parta')
  const people = new People()
  const user = freshUser()
  const added = await people.addPerson({ user, device: tablet, label: 'Анна' }, '123456', { profile })
  if (!added.ok) throw new Error(added.code)
  people.close()
  const { person, key } = added
  const begin = () => PersonSession.start(person, key, { app: 'test', onAutoLock, onGone })
  return { session: await begin(), begin, person, key }
}

afterEach(() => vi.useRealTimers())

test('STORE3: a session shows the profile and counts what waits', async () => {
  const { session } = await start()
  expect(session.profile).toEqual(profile)
  const document = await session.open(journal)
  expect(await session.open(journal)).toBe(document)
  const before = Date.now()
  await document.assert([mark('p1'), mark('p2')])
  await until(() => session.waiting.get().facts === 2, 'the count')
  expect(session.waiting.get().since).toBeGreaterThanOrEqual(before)
  expect(await session.documents()).toEqual([journal])
  session.release(journal)
  expect(session.opened.get()).toEqual([document])
  session.release(journal)
  await until(() => session.opened.get().length === 0, 'the document to close')
  await session.lock()
})

test('STORE3: what was entered this moment is told at once, before the disk has it and it is counted', async () => {
  const { session } = await start()
  const document = await session.open(journal)
  expect(session.saving.get()).toBe(false)
  const onDisk = document.assert([mark('p1')])
  expect(session.saving.get()).toBe(true)
  expect(session.waiting.get().facts).toBe(0)
  await onDisk
  await until(() => !session.saving.get(), 'the count')
  expect(session.waiting.get().facts).toBe(1)
  session.release(journal)
  await session.lock()
})

test('SEAL6: locking waits until all that was entered is on disk; then nothing opens', async () => {
  const { session, begin } = await start()
  const document = await session.open(journal)
  void document.assert([mark('p1')])
  session.release(journal)
  await session.lock()
  await expect(session.open(journal)).rejects.toThrow('locked')
  await expect(session.store.waiting()).rejects.toThrow()
  await expect(session.store.keep('x', 1)).rejects.toThrow()

  const again = await begin()
  await until(() => again.waiting.get().facts === 1, 'what waited')
  await again.lock()
})

test('SEAL6: minutes without a touch lock; a touch after a sleep locks instead of going on', async () => {
  const locked: string[] = []
  const { session, begin } = await start(() => locked.push('locked'))
  await session.lock()
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
  const first = await begin()
  vi.advanceTimersByTime(2 * 60_000)
  first.touch()
  vi.advanceTimersByTime(2 * 60_000)
  expect(locked).toEqual([])
  vi.advanceTimersByTime(60_000)
  expect(locked).toEqual(['locked'])

  const second = await begin()
  vi.setSystemTime(Date.now() + 10 * 60_000)
  second.touch()
  expect(locked).toEqual(['locked', 'locked'])
  await Promise.all([first.lock(), second.lock()])
})

test('ROW3: the demo school moves the clock, and the move is kept for starts without a line', async () => {
  const { session, begin } = await start()
  await session.setClockOffset(86_400_000)
  expect(session.now()).toBeGreaterThan(Date.now() + 86_000_000)
  await session.lock()
  const again = await begin()
  expect(again.now()).toBeGreaterThan(Date.now() + 86_000_000)
  await again.lock()
})

test('STORE12: a store emptied or deleted under the session ends it; a newer one is told before anything is entered', async () => {
  let gone = 0
  const { session, person, key } = await start(undefined, () => gone++)
  await session.store.keep('other', 1)
  await until(() => session.fault.get() === null)
  const newer = new PersonDatabase(person.user)
  await newer.state.put({ key: 'minWriterVersion', value: writerVersion + 1 })
  expect(gone).toBe(0)
  const reader = await PersonSession.start(person, key, { app: 'test', onAutoLock: () => {} })
  await until(() => reader.fault.get() !== null, 'the fault')
  expect(reader.fault.get()).toContain('более новая Парта')
  await reader.lock()
  await newer.state.clear()
  newer.close()
  await expect(PersonSession.start(person, key, { app: 'test', onAutoLock: () => {} })).rejects.toThrow(
    ProfileGoneError,
  )
  await Dexie.delete(`parta-${person.user}`)
  await until(() => gone > 0, 'the end')
  await session.lock()
})
