import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commandLog } from '../../../server/command-line/log.ts'
import { type OpenSchool, openSchool } from '../../../server/command-line/open-school.ts'
import { Board } from '../../../server/folds/board.ts'
import { JournalFolds } from '../../../server/folds/journal-folds.ts'
import { entity, journalDocument, lessonKey, schoolDocument } from '../../../src/domain/ledger/documents.ts'
import type { Entry } from '../../../src/domain/ledger/fact.ts'
import { imported, schoolEntries } from '../http/school-server.ts'

const monday = '2025-09-01'
const startedAt = 1_000_000
const math = { class: '7a', subject: 'math' }
const english = { class: '7a', subject: 'eng', group: 'g1' }

const entries: Entry[] = [
  ...schoolEntries,
  {
    entity: entity.year('y'),
    attribute: 'year',
    value: { id: 'y', starts: '2025-09-01', ends: '2026-05-26' },
  },
  {
    entity: entity.period('y/1'),
    attribute: 'period',
    value: { id: 'y/1', year: 'y', kind: 'quarter', number: 1, starts: '2025-09-01', ends: '2025-10-24' },
  },
  { entity: entity.class('7a'), attribute: 'class', value: { id: '7a', year: 'y', grade: 7, letter: 'А' } },
  ...[math, english].flatMap((key, index): Entry[] => [
    { entity: entity.assignment(key, 't1'), attribute: 'assignment', value: { ...key, teacher: 't1' } },
    {
      entity: entity.slot(key, 1, index + 1),
      attribute: 'slot',
      value: { ...key, weekday: 1, bell: index + 1 },
    },
  ]),
]

let folder: string
let school: OpenSchool
let journals: JournalFolds
let board: Board

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parta-board-'))
  const opened = await openSchool(folder, commandLog)
  if (!opened) throw new Error('folder is taken')
  school = opened
  await school.relay.record(schoolDocument, [imported(entries)])
  journals = new JournalFolds(school.relay)
  board = new Board(journals, startedAt)
})
afterEach(async () => {
  await journals.stop()
  await school.close()
  rmSync(folder, { recursive: true })
})

const first = lessonKey(monday, 1)
const write = (key: typeof math, list: Entry[], at?: number) =>
  school.relay.record(journalDocument(key), [imported(list, at)])

const empty = {
  date: monday,
  teacher: 't1',
  held: null,
  cancelled: false,
  roll: false,
  topic: false,
  homework: false,
  marks: 0,
  absent: 0,
  late: 0,
  conflicts: 0,
  lastReceipt: null,
}

describe('the board', () => {
  it('shows the lessons of the timetable before anything was heard of them', async () => {
    expect(await board.part(monday, 0)).toEqual({
      version: expect.any(Number),
      date: monday,
      full: true,
      lessons: [
        { ...math, bell: 1, ...empty },
        { ...english, bell: 2, ...empty },
      ],
    })
    expect((await board.part('2025-09-02', 0)).lessons).toEqual([])
  })

  it('counts what a journal holds and sends only lessons that changed', async () => {
    const { version } = await board.part(monday, 0)
    await write(
      math,
      [
        { entity: entity.lesson(first), attribute: 'lesson.held', value: true },
        { entity: entity.lesson(first), attribute: 'lesson.roll', value: true },
        { entity: entity.lesson(first), attribute: 'lesson.topic', value: 'Дроби' },
        { entity: entity.cell(first, 'p1'), attribute: 'presence', value: 'absent' },
        { entity: entity.cell(first, 'p2'), attribute: 'presence', value: { late: 5 } },
        { entity: entity.cell(first, 'p3'), attribute: 'presence', value: 'present' },
        { entity: entity.mark(first, '', 'p3'), attribute: 'mark', value: '5' },
      ],
      Date.parse('2025-09-01T04:00:00Z'),
    )
    const delta = await board.part(monday, version)
    expect(delta.version).toBeGreaterThan(version)
    expect(delta).toEqual({
      version: expect.any(Number),
      date: monday,
      full: false,
      lessons: [
        {
          ...math,
          bell: 1,
          key: first,
          ...empty,
          held: true,
          cancelled: false,
          roll: true,
          topic: true,
          marks: 1,
          absent: 1,
          late: 1,
          lastReceipt: Date.parse('2025-09-01T04:00:00Z'),
        },
      ],
    })
    expect(await board.part(monday, delta.version)).toMatchObject({ version: delta.version, lessons: [] })
    expect((await board.part(monday, 0)).lessons).toHaveLength(2)
  })

  it('shows a lesson moved here from another day, and the substitute', async () => {
    const friday = lessonKey('2025-09-05', 4)
    await write(math, [
      { entity: entity.lesson(friday), attribute: 'lesson.moved', value: { date: monday, bell: 3 } },
    ])
    const substitution = { ...math, date: monday, bell: 1, teacher: 'o1' }
    await school.relay.record(schoolDocument, [
      imported([
        { entity: entity.substitution(math, monday, 1), attribute: 'substitution', value: substitution },
      ]),
    ])
    const { lessons } = await board.part(monday, 0)
    expect(lessons.map(({ bell, teacher }) => [bell, teacher])).toEqual([
      [1, 'o1'],
      [2, 't1'],
      [3, ''],
    ])
  })

  it('shows nothing at an hour whose lesson was moved away', async () => {
    await write(math, [
      { entity: entity.lesson(first), attribute: 'lesson.moved', value: { date: monday, bell: 4 } },
    ])
    const { lessons } = await board.part(monday, 0)
    expect(lessons.map(({ subject, bell }) => [subject, bell])).toEqual([
      ['eng', 2],
      ['math', 4],
    ])
  })

  it('sends the whole day after a lesson vanished from it', async () => {
    const { version } = await board.part(monday, 0)
    await school.relay.record(schoolDocument, [
      imported([{ entity: entity.slot(english, 1, 2), attribute: 'slot', value: null }]),
    ])
    const part = await board.part(monday, version)
    expect([part.full, part.lessons.map(({ subject }) => subject)]).toEqual([true, ['math']])
    expect((await board.part(monday, part.version)).full).toBe(false)
  })

  it('sends all to who knows a version of an earlier process', async () => {
    const { version } = await board.part(monday, 0)
    const earlier = new Board(journals, startedAt - 7)
    expect((await board.part(monday, (await earlier.part(monday, 0)).version)).full).toBe(true)
    expect((await earlier.part(monday, version)).full).toBe(true)
  })
})
