import { expect, it } from 'vitest'
import { debtsOf } from '../../../src/domain/journal/debts.ts'
import { readJournal, readLesson } from '../../../src/domain/journal/journal-view.ts'
import { describeWork, giveMark, removeWork, retake } from '../../../src/domain/journal/keeping.ts'
import type { Mark } from '../../../src/domain/ledger/attributes.ts'
import { entity, lessonKey } from '../../../src/domain/ledger/documents.ts'
import { key, people, Writing } from './writing.ts'

const { subject } = people
const later = lessonKey('2026-11-26', 2)

function journal() {
  const writing = new Writing()
  const at = (lesson = key) => readLesson(writing.fold, lesson)
  return {
    at,
    view: () => readJournal(writing.fold),
    write: (entries: Parameters<Writing['write']>[1]) => writing.write(subject, entries),
    give: (work: string, pupil: string, mark: Mark | null, lesson = key) =>
      writing.write(subject, giveMark(at(lesson), 't', work, pupil, mark)),
    again: (work: string, pupil: string, mark: Mark) =>
      writing.write(
        subject,
        retake(at(), 't', work, pupil, mark, (one) =>
          writing.fold.value(entity.mark(key, one, pupil), 'mark'),
        ),
      ),
  }
}

it('owes what is marked with a dot, the oldest first, until a mark is given', () => {
  const { at, view, write, give } = journal()
  write(describeWork(at(later), 't', 'w2', { kind: 'Тест' }))
  write(describeWork(at(), 't', 'w1', { kind: 'Контрольная работа', title: 'Дроби', weight: 2 }))
  give('w2', 'p2', '.', later)
  give('w1', 'p1', '.')
  give('', 'p3', '.')
  give('w1', 'p4', '2')
  expect(debtsOf(view())).toMatchObject([
    { pupil: 'p3', work: '', date: '2026-11-24', kind: undefined },
    { pupil: 'p1', work: 'w1', date: '2026-11-24', kind: 'Контрольная работа', title: 'Дроби' },
    { pupil: 'p2', work: 'w2', date: '2026-11-26', kind: 'Тест' },
  ])
  give('w1', 'p1', '4')
  expect(debtsOf(view()).map(({ pupil }) => pupil)).toEqual(['p3', 'p2'])
})

it('is closed by the mark of a retake, not by a dot there', () => {
  const { at, view, write, give } = journal()
  write(describeWork(at(), 't', 'w1', { kind: 'Тест' }))
  write(describeWork(at(later), 't', 'r1', { retakeOf: 'w1' }))
  give('w1', 'p1', '.')
  give('r1', 'p1', '.', later)
  expect(debtsOf(view()).map(({ work }) => work)).toEqual(['w1', 'r1'])
  give('r1', 'p1', '5', later)
  expect(debtsOf(view())).toEqual([])
})

it('a retake stands beside the first mark and names its work; others of the class use the same column', () => {
  const { at, view, write, give, again } = journal()
  write(describeWork(at(), 't', 'w1', { kind: 'Диктант', weight: 2 }))
  give('w1', 'p1', '2')
  give('w1', 'p2', '2')
  again('w1', 'p1', '4')
  again('w1', 'p2', '3')
  const [, second] = at().works.toSorted((a, b) => Number(b.id === 'w1') - Number(a.id === 'w1'))
  expect(at().works).toHaveLength(2)
  expect(second).toMatchObject({ kind: 'пересдача', retakeOf: 'w1' })
  expect(
    view()
      .marks.map(({ work, pupil, mark }) => `${work === 'w1' ? 'w' : 'r'} ${pupil} ${mark}`)
      .sort(),
  ).toEqual(['r p1 4', 'r p2 3', 'w p1 2', 'w p2 2'])
})

it('a mark without a work is put into one before it is retaken', () => {
  const { at, view, give, again } = journal()
  give('', 'p1', '2')
  again('', 'p1', '5')
  const first = at().works.find(({ retakeOf }) => retakeOf === undefined)!
  expect(at().works.find(({ retakeOf }) => retakeOf !== undefined)?.retakeOf).toBe(first.id)
  expect(view().marks.find(({ work }) => work === first.id)?.mark).toBe('2')
  expect(view().marks).toHaveLength(2)
})

it('a removed work takes its marks with it', () => {
  const { at, view, write, give } = journal()
  write(describeWork(at(), 't', 'w1', { kind: 'Тест' }))
  give('w1', 'p1', '3')
  give('', 'p1', '5')
  write(removeWork(at(), 'w1', ['p1']))
  expect(at().works).toEqual([])
  expect(view().marks).toMatchObject([{ work: '', mark: '5' }])
})
