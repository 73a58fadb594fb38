import { expect, it } from 'vitest'
import { readLesson } from '../../src/domain/journal/journal-view.ts'
import { giveMark } from '../../src/domain/journal/keeping.ts'
import { lessonKey } from '../../src/domain/ledger/documents.ts'
import { lessonWorks, retakeOf } from '../../src/screens/lesson/lesson-works.ts'
import { key, people, Writing } from '../domain/journal/writing.ts'

const later = lessonKey('2026-11-26', 2)

function worksAt(journal: Writing, lesson = key) {
  const at = () => readLesson(journal.fold, lesson)
  return lessonWorks(journal.fold, at(), [{ name: 'Тест', weight: 1.5 }], (entries) =>
    journal.write(people.subject, entries(at(), 't')),
  )
}

it('a work gets its kind and weight, is described anew and taken back with its marks', () => {
  const journal = new Writing()
  const id = worksAt(journal).onAddWork({ kind: 'Тест', weight: 1.5 })
  worksAt(journal).onEditWork(id, { kind: 'Тест', title: 'Дроби', weight: 0 })
  expect(readLesson(journal.fold, key).works).toEqual([{ id, kind: 'Тест', title: 'Дроби', weight: 0 }])
  expect(worksAt(journal).marksOfWork(id)).toBe(0)
  for (const pupil of ['p1', 'p2'])
    journal.write(people.subject, giveMark(readLesson(journal.fold, key), 't', id, pupil, '4'))
  expect(worksAt(journal).marksOfWork(id)).toBe(2)
  worksAt(journal).onRemoveWork(id)
  expect(readLesson(journal.fold, key).works).toEqual([])
  expect(worksAt(journal).marksOfWork(id)).toBe(0)
})

it('a later lesson offers earlier works for a retake and shows their marks', () => {
  const journal = new Writing()
  const first = worksAt(journal).onAddWork({ kind: 'Тест' })
  journal.write(people.subject, giveMark(readLesson(journal.fold, key), 't', first, 'p1', '2'))
  const [offered, ...others] = worksAt(journal, later).retakes
  expect(offered).toMatchObject({ id: first, kind: 'Тест', date: '2026-11-24' })
  expect(others).toEqual([])
  const again = worksAt(journal, later).onAddWork(retakeOf(offered!))
  const marks = worksAt(journal, later).firstMarks(again)
  expect([marks('p1'), marks('p2')]).toEqual(['2', undefined])
  // A retake is not offered again, nor is a work of a lesson still ahead.
  expect(worksAt(journal, later).retakes.map(({ id }) => id)).toEqual([first])
  worksAt(journal, later).onAddWork({ kind: 'Тест' })
  expect(worksAt(journal).retakes.map(({ id }) => id)).toEqual([first])
})
