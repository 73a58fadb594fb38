import { describe, expect, it } from 'vitest'
import { isControl, journalLoad, mergedLoad } from '../../../src/domain/journal/class-load.ts'
import { lessonsAfter } from '../../../src/domain/journal/due-lesson.ts'
import { type Lesson, unopenedLesson } from '../../../src/domain/journal/journal-view.ts'
import { lessonKey } from '../../../src/domain/ledger/documents.ts'
import { weekSchool } from '../school/week-school.ts'

const school = weekSchool()
const key = { class: '7А', subject: 'math' }
const lesson = (date: string, bell: number, over: Partial<Lesson> = {}): Lesson => ({
  ...unopenedLesson(lessonKey(date, bell)),
  ...over,
})
const load = (lessons: Lesson[], from = '2025-09-01', to = '2025-10-10') =>
  journalLoad({ school, key, lessons, today: '2025-09-01' }, from, to)

/** Lessons: 01, 03, (08 is a holiday), 10, 15, 17.09, then 29.09, 01, 06, 08.10. */
describe('the lesson that a homework is due at', () => {
  it('is the next one that takes place: not on a holiday, not one called off', () => {
    const dates = (lessons: Lesson[]) =>
      lessonsAfter({ school, key, lessons, today: '2025-09-01' }, { date: '2025-09-03', bell: 1 })
        .slice(0, 2)
        .map(({ date }) => date)
    expect(dates([])).toEqual(['2025-09-10', '2025-09-15'])
    expect(dates([lesson('2025-09-10', 1, { cancelled: 'карантин' })])).toEqual(['2025-09-15', '2025-09-17'])
  })
})

describe('what a journal asks of its class', () => {
  it('counts a homework on the day it is due: the next lesson, or the day that was named', () => {
    const lessons = [
      lesson('2025-09-01', 2, { held: true, homework: '№ 1' }),
      lesson('2025-09-03', 1, { held: true, homework: '№ 2', due: { date: '2025-09-17' } }),
      lesson('2025-09-10', 1, {
        held: true,
        attachments: [{ url: 'https://a.ru' }],
        due: { date: '2025-09-17' },
      }),
    ]
    expect(load(lessons)).toEqual([
      { ...key, date: '2025-09-03', homework: 1 },
      { ...key, date: '2025-09-17', homework: 2 },
    ])
    expect(load(lessons, '2025-09-04')).toEqual([{ ...key, date: '2025-09-17', homework: 2 }])
  })

  it('names control works, those ahead too, and none of a lesson called off', () => {
    const works = [{ id: '1', kind: 'Контрольный диктант' }]
    expect(load([lesson('2025-10-06', 2, { works })])).toEqual([
      { ...key, date: '2025-10-06', homework: 0, control: 'Контрольный диктант' },
    ])
    expect(load([lesson('2025-10-06', 2, { works, cancelled: 'мороз' })])).toEqual([])
    expect(['Контрольная работа', 'контрольный срез', 'Проверочная работа'].map(isControl)).toEqual([
      true,
      true,
      false,
    ])
  })

  it('is on the own device as it stands there, whatever the relay last heard', () => {
    const told = [
      { ...key, date: '2025-09-03', homework: 1 },
      { class: '7А', subject: 'phys', date: '2025-09-03', homework: 1 },
    ]
    expect(mergedLoad(told, [{ key, load: [{ ...key, date: '2025-09-10', homework: 1 }] }])).toEqual([
      { class: '7А', subject: 'phys', date: '2025-09-03', homework: 1 },
      { ...key, date: '2025-09-10', homework: 1 },
    ])
    expect(mergedLoad(told, [{ key, load: [] }])).toEqual([told[1]])
  })
})
