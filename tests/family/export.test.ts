import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HybridClock } from '../../src/domain/ledger/clock.ts'
import { entity, familyDocument, journalDocument } from '../../src/domain/ledger/documents.ts'
import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import { addDays } from '../../src/domain/policy/policy.ts'
import { saying } from '../../src/domain/thread/saying.ts'
import { exportPage } from '../../src/family/export/export-page.ts'
import { collectExport, familyExport, type KeptDiaries } from '../../src/family/export/family-export.ts'
import type { FamilySession } from '../../src/family/session.ts'
import { en } from '../../src/family/texts/en.ts'
import { ru } from '../../src/family/texts/ru.ts'
import { formats } from '../../src/screens/design/texts/format.ts'
import { AccountClient } from '../../src/sync/account-client.ts'
import { lessonOn, signInFamily, startFamilySchool, teach } from '../server/families/family-school.ts'
import { imported } from '../server/http/school-server.ts'

let server: Awaited<ReturnType<typeof startFamilySchool>>
let ask: FamilySession['ask']
let yesterday: string
const nothing: KeptDiaries = { children: [], diary: async () => undefined, thread: () => undefined }
const about = { school: 'Школа', name: 'Белова Мария', now: Date.UTC(2026, 10, 24, 9) }
const noLine: FamilySession['ask'] = async () => ({ ok: false, fault: { code: 'noLine' } })
const words = { texts: ru, format: formats('ru', 'Asia/Yekaterinburg'), language: 'ru' as const }
const rude = '</script><script>alert("1")</script>'

beforeAll(async () => {
  server = await startFamilySchool()
  yesterday = addDays(server.today, -1)
  const { access, user, device } = await signInFamily(server, 'mother', [['p1', 'g1']])
  const account = new AccountClient(server.url, fetch)
  ask = (schema, path) => account.ask(schema, path, { access })
  const at = lessonOn(yesterday)
  await teach(server, [
    { entity: entity.lesson(at), attribute: 'lesson.held', value: true },
    { entity: entity.lesson(at), attribute: 'lesson.topic', value: 'Степени' },
    { entity: entity.mark(at, '', 'p1'), attribute: 'mark', value: '5' },
    { entity: entity.mark(at, '', 'p2'), attribute: 'mark', value: '2' },
  ])
  await server.school.relay.record(journalDocument({ class: '8a', subject: 'alg' }), [
    imported([{ entity: entity.mark(at, '', 'p3'), attribute: 'mark', value: '3' }]),
  ])
  await server.school.relay.record(familyDocument('p1'), [
    imported([
      { entity: entity.consent('g1'), attribute: 'consent', value: { given: '2026-09-01' } },
      {
        entity: entity.informed('p1', '2026-09-01', '2026-09-14'),
        attribute: 'informed',
        value: { from: '2026-09-01', to: '2026-09-14', how: 'paper' },
      },
    ]),
  ])
  const clock = new HybridClock(Date.now, { user: user as UserId, device: device as DeviceId, client: 7 })
  const facts = [
    saying(clock, 'g1', 'letter', { text: rude }),
    [clock.next(), entity.acknowledged('g1', '2026-09-01', '2026-09-14'), 'acknowledged', true],
  ]
  expect((await server.ask('/api/family/entries/p1', { facts }, access)).status).toBe(200)
})
afterAll(() => server.stop())

describe('a family’s own data', () => {
  it('hold all that the diary shows, by the schema', async () => {
    const data = v.parse(familyExport, await collectExport(ask, nothing, about))
    expect(data.children).toHaveLength(1)
    const [child] = data.children
    expect(child).toMatchObject({ pupil: 'p1', name: 'Белова Анна', as: 'guardian', missing: [] })
    expect(child!.diaries.map(({ year, days }) => [year, days])).toEqual([
      [
        'y',
        [
          {
            date: yesterday,
            lessons: [{ bell: 2, subject: 'alg', held: true, topic: 'Степени', marks: [{ mark: '5' }] }],
          },
        ],
      ],
    ])
    expect(child!.thread).toMatchObject({
      letters: [{ text: rude }],
      reports: [{ how: 'paper', acknowledged: expect.any(Number) }],
      consents: [{ purpose: 'data', given: '2026-09-01' }],
    })
    // As it stood before this very reading.
    expect(data.counted).toEqual({
      lastSignIn: expect.any(Number),
      reads: [{ pupil: 'p1', lastRead: null }],
    })
  })

  it('hold nothing of another child, be it a brother or a class-mate', async () => {
    const text = JSON.stringify(await collectExport(ask, nothing, about))
    for (const foreign of ['"p2"', '"p3"', 'Борис', 'Волкова', '"g3"', '8А'])
      expect([foreign, text.includes(foreign)]).toEqual([foreign, false])
  })

  it('make one page: to be read, and the same as data; whatever was written stays words', async () => {
    const data = await collectExport(ask, nothing, about)
    for (const page of [
      exportPage(data, words),
      exportPage(data, { texts: en, format: formats('en'), language: 'en' }),
    ]) {
      const json = /<script type="application\/json" id="data">(.*)<\/script>/.exec(page)![1]!
      expect(v.parse(familyExport, JSON.parse(json))).toEqual(data)
      expect(page).not.toContain(rude)
      expect(page.match(/<script/g)).toHaveLength(1)
      expect(page).toContain('&lt;/script&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;')
      for (const said of ['Белова Анна', 'Алгебра', 'Степени', '<td>5</td>']) expect(page).toContain(said)
    }
  })

  it('are the phone’s without a line, and say which years are wanting', async () => {
    const data = await collectExport(ask, nothing, about)
    const [{ diaries, thread, missing: _, ...child }] = data.children as [(typeof data.children)[0]]
    const years = [...child.years, { id: 'before', class: '6А' }]
    const { head, days } = diaries[0]!
    const kept: KeptDiaries = {
      children: [{ ...child, years }],
      diary: async (_pupil, year) => (year === 'y' ? { version: '', head, days } : undefined),
      thread: () => thread,
    }
    const offline = v.parse(familyExport, await collectExport(noLine, kept, about))
    expect(offline.children).toEqual([{ ...child, years, diaries, thread, missing: ['before'] }])
    expect(offline.counted).toBeUndefined()
    expect(exportPage(offline, words)).toContain('Учебный год before: не загружен')
  })
})
