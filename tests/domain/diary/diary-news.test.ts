import { describe, expect, it } from 'vitest'
import { applyDiary, type StoredDiary } from '../../../src/domain/diary/apply-diary.ts'
import { diaryNews } from '../../../src/domain/diary/diary-news.ts'
import { entity, lessonKey } from '../../../src/domain/ledger/documents.ts'
import type { Entry } from '../../../src/domain/ledger/fact.ts'
import { people } from '../journal/writing.ts'
import { algebra, lastWeek, now, SmallDiary, today } from './small-diary.ts'

const on = (key: typeof now, attribute: Entry['attribute'], value: Entry['value']): Entry => ({
  entity: entity.lesson(key),
  attribute,
  value,
})
const stored = (small: SmallDiary): StoredDiary => ({ version: 'v', ...small.diary() })

describe('what is new in a diary', () => {
  it('is marks, homework, absences and words that were not there, not what was taken back', () => {
    const small = new SmallDiary()
    small
      .in(algebra)
      .write(people.subject, [
        on(lastWeek, 'lesson.held', true),
        on(lastWeek, 'lesson.homework', '№ 1'),
        { entity: entity.mark(lastWeek, '', 'p1'), attribute: 'mark', value: '3' },
      ])
    const before = stored(small)
    expect(diaryNews(before, stored(small))).toEqual([])
    small
      .in(algebra)
      .write(people.subject, [
        on(lastWeek, 'lesson.homework', null),
        { entity: entity.mark(lastWeek, '', 'p1'), attribute: 'mark', value: '4' },
        on(now, 'lesson.held', true),
        on(now, 'lesson.topic', 'Дроби'),
        { entity: entity.cell(now, 'p1'), attribute: 'presence', value: { late: 5 } },
        { entity: entity.work(lessonKey('2026-12-01', 3), 'k'), attribute: 'work', value: { kind: 'Тест' } },
        { entity: entity.periodMark('q2', 'p1'), attribute: 'periodmark', value: '4' },
      ])
    small.class.write(people.classTeacher, [
      { entity: entity.conduct('q2', 'p1'), attribute: 'conduct', value: 'примерное' },
      { entity: entity.conduct('q2', 'other-p2'), attribute: 'conduct', value: 'хорошее' },
      {
        entity: entity.announcement('a'),
        attribute: 'announcement',
        value: { date: today, text: 'Экскурсия' },
      },
    ])
    const news = diaryNews(before, stored(small))
    expect(news.map((it) => ('date' in it ? `${it.kind} ${it.date}` : it))).toEqual([
      'marks 2026-11-17',
      `late ${today}`,
      'works 2026-12-01',
      { kind: 'result', subject: 'alg', period: 'q2' },
      { kind: 'conduct', period: 'q2' },
      { kind: 'announcement', id: 'a' },
    ])
  })
})

describe('a part of a diary', () => {
  const { head, days } = new SmallDiary().diary()
  const before = { version: '1', head, days }
  it('takes the place of what it is about, and leaves the rest', () => {
    const changed = { ...days[0]!, lessons: [] }
    const after = applyDiary(before, { version: '2', since: '1', days: [changed], gone: [days[1]!.date] })
    expect(after).toEqual({ version: '2', head, days: [changed, ...days.slice(2)] })
  })
  it('goes on from its own version alone', () => {
    expect(applyDiary(before, { version: '3', since: '2', days: [] })).toBeUndefined()
    expect(applyDiary(undefined, { version: '3', since: '2', days: [] })).toBeUndefined()
    expect(applyDiary(undefined, { version: '3', head, days })).toEqual({ version: '3', head, days })
  })
})
