import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readAdvice } from '../../../src/domain/advice/advice-view.ts'
import { HybridClock } from '../../../src/domain/ledger/clock.ts'
import {
  adviceDocument,
  type DocumentId,
  entity,
  readDocumentId,
  schoolDocument,
} from '../../../src/domain/ledger/documents.ts'
import type { Entry, Fact } from '../../../src/domain/ledger/fact.ts'
import type { DeviceId, UserId } from '../../../src/domain/ledger/ids.ts'
import { familyThread } from '../../../src/domain/thread/family-thread.ts'
import { adviceQuestions } from '../../../src/sync/advice-answers.ts'
import { imported, signIn } from '../http/school-server.ts'
import { people } from '../relay/school.ts'
import { TestDevice, until } from '../relay/test-device.ts'
import { TestWriter } from '../relay/writing.ts'
import { signInFamily, startFamilySchool } from './family-school.ts'

let server: Awaited<ReturnType<typeof startFamilySchool>>
let mother: { access: string; clock: HybridClock }
const devices: TestDevice[] = []

async function tablet(login: string, person: string) {
  const { access, user, device: id } = await signIn(server, login, person)
  const device = await TestDevice.connect(`${server.url.replace('http', 'ws')}/sync`, access)
  devices.push(device)
  const author = { user: user as UserId, device: id as DeviceId }
  /** Opens a document and writes into it, as the app does. */
  const write = async (document: DocumentId, entry: Entry) => {
    const channel = await device.opened(document)
    const writer = new TestWriter({ ...people.vera, ...author }, Date.now)
    channel.update(writer.write(entry))
    await channel.receipted(writer.client, 2)
  }
  return { access, device, write }
}
const asked = async (access: string) => {
  const answer = await server.ask('/api/advice', undefined, access)
  return answer.status === 200 ? v.parse(adviceQuestions, answer.json).questions : answer.status
}
const name = (consultant: string | null) =>
  server.school.relay.record(schoolDocument, [
    imported([
      {
        entity: entity.settings,
        attribute: 'settings.consultant',
        value: consultant === null ? null : { person: consultant },
      },
    ]),
  ])

beforeAll(async () => {
  server = await startFamilySchool()
  const { access, user, device } = await signInFamily(server, 'mother', [['p1', 'g1']])
  const writer = { user: user as UserId, device: device as DeviceId, client: 7 }
  mother = { access, clock: new HybridClock(Date.now, writer) }
})
afterAll(async () => {
  for (const device of devices) device.close()
  await server.stop()
})

describe('a question to the consultant', () => {
  it('of a teacher lies in a document of the asker’s own, which no other teacher reads or writes', async () => {
    const teacher = await tablet('subject', 't3')
    await teacher.write(adviceDocument('t3'), {
      entity: entity.advice('1'),
      attribute: 'advice',
      value: { text: 'Как?', diagnostics: 'Парта 1' },
    })
    expect(readAdvice(await server.school.relay.foldOf(adviceDocument('t3')))).toMatchObject([
      { text: 'Как?', at: expect.any(Number) },
    ])
    const other = await tablet('other', 't2')
    const channel = other.device.open(adviceDocument('t3'))
    await until(() => channel.frames.length > 0)
    expect(channel.frames).toEqual([{ kind: 'denied', code: 'noRight' }])
    expect(await asked(teacher.access)).toBe(403)
    expect(await asked(mother.access)).toBe(403)
  })

  it('of a family comes from the phone, about the child it follows, in nobody else’s name', async () => {
    const ask = (id: string) =>
      [mother.clock.next(), entity.advice(id), 'advice', { text: 'Не открывается файл' }] as unknown as Fact
    const post = async (pupil: string, facts: unknown[]) =>
      (await server.ask(`/api/family/entries/${pupil}`, { facts }, mother.access)).status
    expect(await post('p1', [ask('2')])).toBe(200)
    expect(await post('p3', [ask('3')])).toBe(403)
    expect(
      await post('p1', [[mother.clock.next(), entity.advice('2'), 'advice.answer', { text: 'сам' }]]),
    ).not.toBe(200)
    expect((await server.school.relay.documents('advice/')).sort()).toEqual(['advice/g1,p1', 'advice/t3'])
  })

  it('is answered by the office, or by whom it names, and the asker reads it', async () => {
    const office = await tablet('office', 'o1')
    const questions = await asked(office.access)
    expect(questions).toMatchObject([
      { document: 'advice/g1,p1', who: 'Белова Мария', pupil: 'Белова Анна', text: 'Не открывается файл' },
      {
        document: 'advice/t3',
        who: expect.stringContaining('Петрова'),
        text: 'Как?',
        diagnostics: 'Парта 1',
      },
    ])
    const consultant = await tablet('consultant', 't1')
    expect(await asked(consultant.access)).toBe(403)
    await name('t1')
    expect(await asked(consultant.access)).toHaveLength(2)
    await consultant.write(adviceDocument('g1', 'p1'), {
      entity: entity.advice('2'),
      attribute: 'advice.answer',
      value: { text: 'Обновите' },
    })
    await office.write(adviceDocument('t3'), {
      entity: entity.advice('1'),
      attribute: 'advice.answer',
      value: { text: 'Так' },
    })
    const thread = async () =>
      v.parse(familyThread, (await server.ask('/api/family/thread/p1', undefined, mother.access)).json)
    await expect.poll(async () => (await thread()).advice).toMatchObject([{ answer: 'Обновите' }])
    const fold = await server.school.relay.foldOf(adviceDocument('t3'))
    await until(() => readAdvice(fold)[0]?.answer?.text === 'Так')
    const seen = [mother.clock.next(), entity.advice('2'), 'advice.seen', true]
    expect((await server.ask('/api/family/entries/p1', { facts: [seen] }, mother.access)).status).toBe(200)
    expect((await thread()).advice).toMatchObject([{ answer: 'Обновите', seen: true }])
    // Who is consultant no more reads nothing.
    await name(null)
    expect(await asked(consultant.access)).toBe(403)
  })
})

it('names of documents of questions are read back, and no others', () => {
  expect(readDocumentId('advice/t1')).toEqual({ kind: 'advice', person: 't1' })
  expect(readDocumentId('advice/g1,p1')).toEqual({ kind: 'advice', person: 'g1', of: 'p1' })
  for (const wrong of ['advice/', 'advice/,p1', 'advice/g1,', 'advice/g1,p1,x'])
    expect([wrong, readDocumentId(wrong)]).toEqual([wrong, null])
})
