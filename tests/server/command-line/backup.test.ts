import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { commandLog } from '../../../server/command-line/log.ts'
import { openSchool } from '../../../server/command-line/open-school.ts'
import { foldDocument } from '../../../server/relay/own-facts.ts'
import { openDatabase } from '../../../server/store/database.ts'
import { SqliteRowStore } from '../../../server/store/sqlite-row-store.ts'
import { entity, journalDocument, lessonKey } from '../../../src/domain/ledger/documents.ts'
import type { Fold } from '../../../src/domain/ledger/fold.ts'
import { type FactId, importUser } from '../../../src/domain/ledger/ids.ts'
import { parta, type Served, sampleFolder, serve } from './program.ts'
import { signedInTablet, type Tablet } from './tablet.ts'

let folder: string
let data: string
let server: Served | undefined
const tablets: Tablet[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parta-backup-'))
  data = join(folder, 'data')
  const founded = await parta('import', sampleFolder, '--school', 'siva', '--data', data)
  if (founded.code !== 0) throw new Error(founded.err)
})
afterEach(async () => {
  for (const tablet of tablets.splice(0)) await tablet.end()
  await server?.end()
  server = undefined
})
afterAll(() => rmSync(folder, { recursive: true }))

const at = (...args: string[]) => parta(...args, '--data', data)
const path = (name: string) => join(folder, name)

/** Teachers of the sample school with a journal each. */
const teachers = [
  ['t1', 'math'],
  ['t2', 'rus'],
  ['t4', 'hist'],
  ['t5', 'pe'],
  ['t6', 'inf'],
] as const
const journalOf = (subject: string) => journalDocument({ class: '2025-7a', subject })
const lesson = lessonKey('2025-10-20', 3)
const mark = (pupil: string) => ({
  entity: entity.mark(lesson, '', pupil),
  attribute: 'mark' as const,
  value: '5',
})

/** Folds a journal as a database holds it. */
function stored(dataFolder: string, subject: string): Fold {
  const database = openDatabase(dataFolder)
  try {
    return foldDocument(new SqliteRowStore(database), journalOf(subject))
  } finally {
    database.close()
  }
}

function incarnation(dataFolder: string): string {
  const database = openDatabase(dataFolder)
  try {
    return new SqliteRowStore(database).incarnation
  } finally {
    database.close()
  }
}

it('copies while five teachers write; after a restore their tablets return what the copy lacks', async () => {
  server = await serve('serve', '--data', data)
  for (const [person, subject] of teachers)
    tablets.push(await signedInTablet(server.url, await at('invite', '--person', person), journalOf(subject)))
  const written: FactId[][] = tablets.map(() => [])
  const write = async (index: number, pupil: string) => {
    const tablet = tablets[index]!
    const [id] = await tablet.journal.assert([mark(pupil)])
    written[index]!.push(id!)
    await tablet.receipted(id!)
  }
  let copied = false
  const writing = tablets.map(async (_, index) => {
    for (let count = 0; !copied || count < 3; count++) await write(index, `before${count}`)
  })
  const copy = await at('backup', path('copy.sqlite'))
  copied = true
  await Promise.all(writing)
  expect(copy).toMatchObject({ code: 0, err: '' })
  expect(copy.out).toContain('relay.key в копии нет')
  expect(statSync(path('copy.sqlite')).mode & 0o777).toBe(0o600)
  for (let index = 0; index < teachers.length; index++) await write(index, 'after')
  const served = tablets.map(({ journal }, index) =>
    written[index]!.map((id) => journal.fold.fact(id)!.receipt),
  )

  expect(await at('restore', path('copy.sqlite'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('Остановите сервер'),
  })
  expect(await server.end()).toBe(0)
  const restored = await at('restore', path('copy.sqlite'))
  expect(restored).toMatchObject({ code: 0, err: '' })
  expect(restored.out).toMatch(
    /Восстановлена школа «МБОУ «Сивинская СОШ»» из копии от 2\d{3}-\d\d-\d\d \d\d:\d\d/,
  )
  expect(readdirSync(data).filter((name) => /^before-restore-.*\.sqlite$/.test(name))).toHaveLength(1)
  teachers.forEach(([, subject], index) => {
    const fold = stored(data, subject)
    expect(written[index]!.filter((id) => fold.fact(id) === undefined)).toContain(written[index]!.at(-1))
  })

  server = await serve('serve', '--data', data)
  for (const tablet of tablets) tablet.dial(server.url)
  for (const [index, tablet] of tablets.entries()) {
    await tablet.journal.assert([mark('again')]).then(([id]) => {
      written[index]!.push(id!)
      return tablet.receipted(id!)
    })
  }
  expect(await at('verify', '--school', 'siva')).toMatchObject({ code: 0 })
  await server.end()
  teachers.forEach(([, subject], index) => {
    const fold = stored(data, subject)
    const receipts = written[index]!.map((id) => fold.fact(id)?.receipt)
    expect(receipts.slice(0, -1)).toEqual(served[index])
    expect(receipts.at(-1)?.verdict).toBe('ok')
  })
})

it('restores into a new folder with the key that was kept apart', async () => {
  expect(await at('backup', path('apart.sqlite'))).toMatchObject({ code: 0 })
  const fresh = path('fresh')
  const withoutKey = await parta('restore', path('apart.sqlite'), '--data', fresh)
  expect(withoutKey).toMatchObject({ code: 1, err: expect.stringContaining('--key ФАЙЛ') })
  expect(existsSync(join(fresh, 'parta.sqlite'))).toBe(false)
  const key = ['--key', join(data, 'relay.key')]
  expect(await parta('restore', path('apart.sqlite'), ...key, '--data', fresh)).toMatchObject({ code: 0 })
  expect(await parta('verify', '--school', 'siva', '--data', fresh)).toMatchObject({ code: 0 })
  expect(incarnation(fresh)).not.toBe(incarnation(data))
})

it('takes the files of homework along, each once', async () => {
  const school = (await openSchool(data, commandLog))!
  const bytes = Buffer.from('лист с задачами')
  const hash = createHash('sha256').update(bytes).digest('hex')
  expect(
    await school.files.put(hash, { type: 'text/plain', bytes }, journalOf('math'), importUser),
  ).toBeNull()
  await school.close()
  for (const name of ['files-1.sqlite', 'files-2.sqlite']) {
    const copy = await at('backup', path(name))
    expect([copy.code, copy.out]).toEqual([0, expect.stringContaining('Файлы к заданиям: 1')])
  }
  expect(readdirSync(path('parta-files'))).toEqual([hash])
  const key = ['--key', join(data, 'relay.key')]
  const restored = await parta('restore', path('files-1.sqlite'), ...key, '--data', path('with-files'))
  expect([restored.code, restored.out]).toEqual([0, expect.stringContaining('Файлы к заданиям: 1.')])
  expect(readFileSync(path(`with-files/files/${hash}`)).equals(bytes)).toBe(true)
  rmSync(path('parta-files'), { recursive: true })
  const lost = await parta('restore', path('files-2.sqlite'), ...key, '--data', path('no-files'))
  expect([lost.code, lost.out]).toEqual([0, expect.stringContaining('Не хватает файлов к заданиям: 1')])
})

it('restores the one file of a stopped server as it was copied by hand, all of it, as a new incarnation', async () => {
  const school = (await openSchool(data, commandLog))!
  const bytes = Buffer.from('последнее перед остановкой')
  const hash = createHash('sha256').update(bytes).digest('hex')
  await school.files.put(hash, { type: 'text/plain', bytes }, journalOf('rus'), importUser)
  await school.close()
  cpSync(join(data, 'parta.sqlite'), path('by-hand.sqlite'))
  cpSync(join(data, 'files'), path('parta-files'), { recursive: true })
  const key = ['--key', join(data, 'relay.key')]
  const restored = await parta('restore', path('by-hand.sqlite'), ...key, '--data', path('by-hand'))
  expect(restored).toMatchObject({ code: 0, err: '' })
  expect(readFileSync(path(`by-hand/files/${hash}`)).equals(bytes)).toBe(true)
  expect(incarnation(path('by-hand'))).not.toBe(incarnation(data))
})

it('refuses what is no copy, is broken, is another school’s, or has another key, and changes nothing', async () => {
  expect(await at('backup', path('whole.sqlite'))).toMatchObject({ code: 0 })
  const before = readFileSync(join(data, 'parta.sqlite'))
  const refused = async (args: string[], words: string) => {
    const ran = await at('restore', ...args)
    expect([args, ran.code, ran.err]).toEqual([args, 1, expect.stringContaining(words)])
  }
  await refused([path('absent.sqlite')], 'Нет файла')
  writeFileSync(path('text.sqlite'), 'это не база данных\n'.repeat(200))
  await refused([path('text.sqlite')], 'не копия школы')
  cpSync(path('whole.sqlite'), path('short.sqlite'))
  truncateSync(path('short.sqlite'), Math.floor(statSync(path('short.sqlite')).size / 2))
  await refused([path('short.sqlite')], 'Ничего не изменено')
  await refused([path('whole.sqlite'), '--school', 'other'], 'школа «siva», а нужна «other»')
  const lines = readFileSync(join(sampleFolder, 'school.csv'), 'utf8').replace('siva', 'other')
  cpSync(sampleFolder, path('other-files'), { recursive: true })
  writeFileSync(path('other-files/school.csv'), lines)
  const other = ['--data', path('other')]
  expect(await parta('import', path('other-files'), '--school', 'other', ...other)).toMatchObject({ code: 0 })
  expect(await parta('backup', path('other.sqlite'), ...other)).toMatchObject({ code: 0 })
  await refused([path('other.sqlite')], 'ключ relay.key не от этой школы')
  await refused([path('whole.sqlite'), '--key', path('other/relay.key')], 'другой ключ')
  expect(readFileSync(join(data, 'parta.sqlite')).equals(before)).toBe(true)
  expect(readdirSync(data).filter((name) => name.startsWith('restoring'))).toEqual([])
})

it('never overwrites a copy, and keeps the latest of a folder', async () => {
  writeFileSync(path('taken.sqlite'), 'чужое')
  expect(await at('backup', path('taken.sqlite'))).toMatchObject({ code: 1 })
  expect(readFileSync(path('taken.sqlite'), 'utf8')).toBe('чужое')
  const old = ['20000101', '20000102', '20000103'].map((day) => `parta-${day}T000000Z.sqlite`)
  expect(await at('backup', '--keep', '2', path('kept'))).toMatchObject({ code: 0 })
  for (const name of [...old, 'notes.txt']) writeFileSync(path(`kept/${name}`), '')
  expect(await at('backup', '--keep', '3', path('kept'))).toMatchObject({ code: 0 })
  const left = readdirSync(path('kept')).filter((name) => name !== 'parta-files')
  expect(left).toContain('notes.txt')
  expect(left).toHaveLength(4)
  expect(left).toContain(old[2])
  expect(left).not.toContain(old[1])
})
