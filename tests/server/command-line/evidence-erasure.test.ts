import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readExchangeFiles } from '../../../server/command-line/exchange-files.ts'
import { commandLog } from '../../../server/command-line/log.ts'
import { type OpenSchool, openSchool } from '../../../server/command-line/open-school.ts'
import { perform } from '../../../server/command-line/perform.ts'
import type { Task } from '../../../server/command-line/task.ts'
import { howToCheck } from '../../../server/evidence/evidence-text.ts'
import {
  classDocument,
  entity,
  familyDocument,
  journalDocument,
  lessonKey,
  schoolDocument,
} from '../../../src/domain/ledger/documents.ts'
import { relayUser, serverDevice } from '../../../src/domain/ledger/ids.ts'
import { sampleFolder } from './program.ts'

let folder: string
let school: OpenSchool
const writer = { user: relayUser, device: serverDevice, as: 'relay' } as const
const math = journalDocument({ class: '2025-7a', subject: 'math' })
const first = lessonKey('2025-09-01', 1)

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parta-evidence-'))
  school = (await openSchool(join(folder, 'data'), commandLog))!
  await ask({ command: 'import', school: 'siva', files: readExchangeFiles(sampleFolder) })
})
afterAll(async () => {
  await school.close()
  rmSync(folder, { recursive: true })
})

async function ask(task: Task) {
  const answer = await perform(school, task)
  const content = answer.ok && answer.content ? Buffer.from(answer.content, 'base64').toString('utf8') : ''
  return { ok: answer.ok, text: answer.lines.join('\n'), content }
}

/** Whether any file of the data folder holds a text. */
function onDisk(text: string): boolean {
  const data = join(folder, 'data')
  return readdirSync(data, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .some(({ name }) => readFileSync(join(data, name)).includes(text))
}

const cell = {
  command: 'evidence',
  school: 'siva',
  class: '7А',
  subject: 'math',
  date: '2025-09-01',
  bell: 1,
} as const

it('states of a cell who wrote what when, in order, and the statement can be checked and not forged', async () => {
  // p006 was given a 3 by the import; the server's clock moves on, and it becomes a 4.
  const mark = { entity: entity.mark(first, '', 'p006'), attribute: 'mark' as const }
  await school.relay.record(math, [{ writer, entries: [{ ...mark, value: '4' }] }])
  const { content } = await ask({ ...cell, pupil: 'p006', format: 'json' })
  const stated = JSON.parse(content)
  const marks = stated.entries.filter(
    ({ fact }: { fact: { attribute: string } }) => fact.attribute === 'mark',
  )
  expect(marks.map(({ fact }: { fact: { value: string } }) => fact.value)).toEqual(['3', '4'])
  expect(marks[1].fact.supersedes).toEqual([marks[0].fact.id])
  expect(marks[1]).toMatchObject({
    author: { name: 'сервер', as: 'relay' },
    verdict: 'ok',
    device: { id: 'srvr' },
  })
  expect(stated.log).toMatchObject({ whole: true })
  // Nobody else's name or mark is in it: other elements of the row are hashes.
  expect(content).not.toMatch(/p007|Сивкова/)

  const check = (text: string) =>
    ask({ command: 'evidence-check', school: 'siva', content: Buffer.from(text).toString('base64') })
  expect(await check(content)).toMatchObject({ ok: true })
  const forge = (change: (copy: typeof stated) => void) => {
    const copy = structuredClone(stated)
    change(copy)
    return check(JSON.stringify(copy))
  }
  expect(await forge((copy) => (copy.entries.at(-1).fact.value = '5'))).toMatchObject({ ok: false })
  expect(await forge((copy) => (copy.entries[0].receipt.author = 'vera1'))).toMatchObject({ ok: false })
  expect(await forge((copy) => (copy.entries[0].seq = 2))).toMatchObject({ ok: false })
  expect(await forge((copy) => (copy.entries[0].receivedAt = copy.entries[1].receivedAt))).toMatchObject({
    ok: false,
  })
  expect(await forge((copy) => (copy.entries[0].author.user = 'vera1'))).toMatchObject({ ok: false })
  expect(await check('{}')).toMatchObject({ ok: false, text: expect.stringContaining('не выписка') })

  const text = (await ask({ ...cell, pupil: 'p006', format: 'text' })).content
  for (const words of ['ВЫПИСКА', 'Кто: сервер', 'Цепочка записей проверена: цела', ...howToCheck])
    expect(text).toContain(words)
  expect(await ask({ ...cell, pupil: 'p999', format: 'text' })).toMatchObject({ ok: false })
})

it('erases a pupil only when that is confirmed; the number stays, reports count it, the chain verifies', async () => {
  const report = async () =>
    JSON.parse(
      (
        await ask({
          command: 'report',
          school: 'siva',
          key: 'movement',
          class: '7А',
          format: 'json',
          period: '2025-26/1',
        })
      ).content,
    )
  const before = await report()
  const name = '"last":"Сивкова","first":"Ксения"'
  expect(onDisk('+73425916093')).toBe(true)
  const asked = { command: 'erase', school: 'siva', whom: { of: 'pupil', id: 'p002' } } as const
  const refused = await ask({ ...asked, confirm: false })
  expect(refused).toMatchObject({ ok: false, text: expect.stringContaining('Ничего не удалено') })
  expect(refused.text).toContain('документ семьи')
  expect(onDisk(name)).toBe(true)

  expect(await ask({ ...asked, confirm: true })).toMatchObject({ ok: true })
  for (const gone of [name, '+73425916093']) expect(onDisk(gone)).toBe(false)
  expect(await ask({ command: 'verify', school: 'siva' })).toMatchObject({ ok: true })
  const card = (await school.relay.foldOf(classDocument('2025-7a'))).value(entity.pupil('p002'), 'pupil')
  expect(card).toEqual({ id: 'p002', last: 'Данные удалены', first: 'p002' })
  expect([...(await school.relay.foldOf(familyDocument('p002'))).fates()]).toEqual([])
  expect(
    (await school.relay.foldOf(schoolDocument)).value(entity.erasure('pupil', 'p002'), 'erasure'),
  ).toMatchObject({
    of: 'pupil',
    id: 'p002',
  })
  const figures = (of: object) => JSON.stringify(of).replaceAll(/Сивкова[^"]*|Данные удалены[^"]*/g, '')
  expect(figures(await report())).toBe(figures(before))
  expect(await ask({ ...asked, whom: { of: 'pupil', id: 'p999' }, confirm: true })).toMatchObject({
    ok: false,
  })
})

it('erases a member of the staff with the account, and leaves what was written', async () => {
  const { accounts, relay } = school
  await ask({ command: 'invite', whom: { by: 'person', person: 't2' } })
  const { user, login } = (await accounts.store.byPerson('t2'))!
  const erased = await ask({
    command: 'erase',
    school: 'siva',
    whom: { of: 'person', id: 't2' },
    confirm: true,
  })
  expect(erased).toMatchObject({ ok: true })
  expect(onDisk('"last":"Ёлохова","first":"Алёна"')).toBe(false)
  expect(onDisk(login)).toBe(false)
  expect(await accounts.store.byUser(user)).toMatchObject({ disabled: true, active: false })
  expect(relay.policy().school.staff.get('t2')).toMatchObject({ last: 'Данные удалены', roles: ['teacher'] })
  expect(await relay.verify()).toMatchObject({ ok: true })
})

it('says how long what is kept, and takes other terms', async () => {
  const asked = { command: 'retention', school: 'siva' } as const
  expect((await ask(asked)).text).toContain('2025-26: журналы до 26.05.2031, сводные ведомости до 26.05.2051')
  expect((await ask({ ...asked, journals: 10 })).text).toContain('журналы до 26.05.2036')
  expect((await ask(asked)).text).toContain('Журналы хранятся 10 лет')
})
