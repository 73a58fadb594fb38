import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commandLog } from '../../../server/command-line/log.ts'
import { type OpenSchool, openSchool } from '../../../server/command-line/open-school.ts'
import { Extracts } from '../../../server/folds/extracts.ts'
import {
  classDocument,
  entity,
  type JournalKey,
  journalDocument,
  lessonKey,
  schoolDocument,
} from '../../../src/domain/ledger/documents.ts'
import type { Entry } from '../../../src/domain/ledger/fact.ts'
import { imported, schoolEntries } from '../http/school-server.ts'

const oldMath = { class: '7a', subject: 'math' }
const newMath = { class: '7b', subject: 'math' }
const english = (group: string) => ({ class: '7a', subject: 'eng', group })
const first = lessonKey('2025-09-01', 1)
const second = lessonKey('2025-09-02', 1)

const schoolClass = (id: string, letter: string): Entry => ({
  entity: entity.class(id),
  attribute: 'class',
  value: { id, year: '2025-26', grade: 7, letter },
})
const taught = ({ group, ...key }: JournalKey): Entry => ({
  entity: entity.assignment({ ...key, group }, 't1'),
  attribute: 'assignment',
  value: { ...key, ...(group ? { group } : {}), teacher: 't1' },
})
const movement = (pupil: string, kind: 'enrolled' | 'moved_in' | 'moved_out', date: string): Entry => ({
  entity: entity.movement(pupil, date, kind),
  attribute: 'movement',
  value: { pupil, kind, date },
})
const member = (group: string, pupil: string, from: string, to?: string): Entry => ({
  entity: entity.member(group, pupil, from),
  attribute: 'member',
  value: { group, pupil, from, ...(to ? { to } : {}) },
})
const held = (lesson: typeof first): Entry => ({
  entity: entity.lesson(lesson),
  attribute: 'lesson.held',
  value: true,
})
const mark = (lesson: typeof first, work: string, value: '5' | '4' | '2' | '.'): Entry => ({
  entity: entity.mark(lesson, work, 'p1'),
  attribute: 'mark',
  value,
})

let folder: string
let school: OpenSchool
let extracts: Extracts
const failures: unknown[] = []

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parta-extracts-'))
  const opened = await openSchool(folder, commandLog)
  if (!opened) throw new Error('folder is taken')
  school = opened
  await write(schoolDocument, [
    ...schoolEntries,
    {
      entity: entity.year('2025-26'),
      attribute: 'year',
      value: { id: '2025-26', starts: '2025-09-01', ends: '2026-05-26' },
    },
    schoolClass('7a', 'А'),
    schoolClass('7b', 'Б'),
    ...[oldMath, newMath, english('g1'), english('g2')].map(taught),
  ])
  await write(classDocument('7a'), [movement('p1', 'enrolled', '2025-09-01')])
  failures.length = 0
  extracts = new Extracts(school.relay, (error) => failures.push(error))
})
afterEach(async () => {
  await extracts.stop()
  await school.close()
  rmSync(folder, { recursive: true })
  expect(failures).toEqual([])
})

const write = (document: Parameters<OpenSchool['relay']['record']>[0], entries: Entry[]) =>
  school.relay.record(document, [imported(entries)])
const carriedInto = async (key: JournalKey, from: JournalKey) =>
  (await school.relay.foldOf(journalDocument(key))).value(entity.carried('p1', from), 'carried')

async function keepOldJournal(): Promise<void> {
  await write(journalDocument(oldMath), [
    held(first),
    {
      entity: entity.work(first, 'w1'),
      attribute: 'work',
      value: { kind: 'Контрольная работа', weight: 2 },
    },
    { entity: entity.work(first, 'w2'), attribute: 'work', value: { retakeOf: 'w1' } },
    mark(first, '', '4'),
    mark(first, 'w1', '2'),
    mark(first, 'w2', '5'),
    { entity: entity.cell(second, 'p1'), attribute: 'presence', value: 'absent' },
    mark(second, '', '.'),
    held(second),
    { entity: entity.periodMark('2025-26/1', 'p1'), attribute: 'periodmark', value: '4' },
  ])
  await write(classDocument('7a'), [
    {
      entity: entity.span('p1', '2025-09-02', 'Б'),
      attribute: 'span',
      value: { pupil: 'p1', from: '2025-09-02', code: 'Б' },
    },
  ])
}

async function move(): Promise<void> {
  await write(classDocument('7a'), [movement('p1', 'moved_out', '2025-09-10')])
  await write(classDocument('7b'), [movement('p1', 'moved_in', '2025-09-10')])
  await extracts.settled()
}

describe('extracts', () => {
  it('carry marks with weights, the retake for the first mark, absences with reasons, period marks', async () => {
    await keepOldJournal()
    await move()
    expect(await carriedInto(newMath, oldMath)).toEqual({
      pupil: 'p1',
      from: oldMath,
      marks: [
        { date: '2025-09-01', bell: 1, mark: '4' },
        { date: '2025-09-01', bell: 1, mark: '5', weight: 2 },
      ],
      absences: [{ date: '2025-09-02', bell: 1, letter: 'Б' }],
      periodMarks: [{ period: '2025-26/1', mark: '4' }],
    })
  })

  it('bring spans along, follow their changes, and leave what the new class said since', async () => {
    await keepOldJournal()
    await move()
    const name = entity.span('p1', '2025-09-02', 'Б')
    const span = async () => (await school.relay.foldOf(classDocument('7b'))).value(name, 'span')
    expect(await span()).toEqual({ pupil: 'p1', from: '2025-09-02', code: 'Б' })
    const ends = (to: string): Entry => ({
      entity: name,
      attribute: 'span',
      value: { pupil: 'p1', from: '2025-09-02', to, code: 'Б' },
    })
    await write(classDocument('7a'), [ends('2025-09-05')])
    await extracts.settled()
    expect((await span())?.to).toBe('2025-09-05')
    await write(classDocument('7b'), [ends('2025-09-12')])
    await write(classDocument('7a'), [ends('2025-09-06')])
    await extracts.settled()
    expect((await span())?.to).toBe('2025-09-12')
  })

  it('follow a mark changed in the old journal after the pupil left', async () => {
    await keepOldJournal()
    await move()
    await write(journalDocument(oldMath), [mark(first, '', '2')])
    await extracts.settled()
    expect((await carriedInto(newMath, oldMath))?.marks[0]?.mark).toBe('2')
  })

  it('go from group to group of a subject, and nowhere for who stays', async () => {
    await write(classDocument('7a'), [member('g1', 'p1', '2025-09-01')])
    await write(journalDocument(english('g1')), [held(first), mark(first, '', '5')])
    await extracts.settled()
    expect(await carriedInto(english('g2'), english('g1'))).toBeUndefined()
    await write(classDocument('7a'), [
      member('g1', 'p1', '2025-09-01', '2025-09-10'),
      member('g2', 'p1', '2025-09-10'),
    ])
    await extracts.settled()
    expect((await carriedInto(english('g2'), english('g1')))?.marks).toEqual([
      { date: '2025-09-01', bell: 1, mark: '5' },
    ])
    expect(await carriedInto(english('g1'), english('g2'))).toBeUndefined()
  })

  it('go into the class of this year, though the pupil is enrolled in one of a year ahead', async () => {
    await keepOldJournal()
    await write(schoolDocument, [
      {
        entity: entity.year('ahead'),
        attribute: 'year',
        value: { id: 'ahead', starts: '2999-09-01', ends: '3000-05-26' },
      },
      {
        entity: entity.class('8a'),
        attribute: 'class',
        value: { id: '8a', year: 'ahead', grade: 8, letter: 'А' },
      },
    ])
    await write(classDocument('8a'), [movement('p1', 'enrolled', '2999-09-01')])
    await move()
    expect((await carriedInto(newMath, oldMath))?.marks).toHaveLength(2)
  })

  it('are made good at the next start', async () => {
    await keepOldJournal()
    await extracts.stop()
    await write(classDocument('7a'), [movement('p1', 'moved_out', '2025-09-10')])
    await write(classDocument('7b'), [movement('p1', 'moved_in', '2025-09-10')])
    expect(await carriedInto(newMath, oldMath)).toBeUndefined()
    extracts = new Extracts(school.relay, (error) => failures.push(error))
    await extracts.settled()
    expect((await carriedInto(newMath, oldMath))?.marks).toHaveLength(2)
  })
})
