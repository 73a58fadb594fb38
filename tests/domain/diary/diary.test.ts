import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { readClassWords, readCourse } from '../../../src/domain/diary/course.ts'
import { diaryDay, diaryHead } from '../../../src/domain/diary/diary.ts'
import { familyFold } from '../../../src/domain/diary/family-fold.ts'
import { foldDiary } from '../../../src/domain/diary/fold-diary.ts'
import { attributeSpec, attributes, isAttribute } from '../../../src/domain/ledger/attributes.ts'
import { entity, lessonKey } from '../../../src/domain/ledger/documents.ts'
import type { Entry } from '../../../src/domain/ledger/fact.ts'
import { readClass } from '../../../src/domain/school/class-view.ts'
import { people, Writing } from '../journal/writing.ts'
import { algebra, english, lastWeek, now, SmallDiary, today, tomorrow } from './small-diary.ts'

const lesson = (key: typeof now, attribute: Entry['attribute'], value: Entry['value']): Entry => ({
  entity: entity.lesson(key),
  attribute,
  value,
})
const mark = (key: typeof now, work: string, of: string, value: string): Entry => ({
  entity: entity.mark(key, work, of),
  attribute: 'mark',
  value,
})
const lessonsOf = (diary: ReturnType<SmallDiary['diary']>, date: string) =>
  diary.days.find((day) => day.date === date)?.lessons

describe('a diary', () => {
  it('tells of a lesson what the family may know', () => {
    const small = new SmallDiary()
    small.in(algebra).write(people.subject, [
      lesson(lastWeek, 'lesson.held', true),
      lesson(lastWeek, 'lesson.topic', 'Степени'),
      lesson(lastWeek, 'lesson.homework', '№ 12'),
      lesson(lastWeek, 'lesson.note', 'спросить Белову'),
      {
        entity: entity.work(lastWeek, 'k'),
        attribute: 'work',
        value: { kind: 'Контрольная работа', weight: 2 },
      },
      mark(lastWeek, 'k', 'p1', '4'),
      mark(lastWeek, '', 'p1', '5'),
      { entity: entity.mark(lastWeek, '', 'p1'), attribute: 'mark.comment', value: 'у доски' },
      lesson(now, 'lesson.held', true),
      { entity: entity.cell(now, 'p1'), attribute: 'presence', value: 'absent' },
    ])
    small.class.write(people.classTeacher, [
      {
        entity: entity.span('p1', today, 'Б'),
        attribute: 'span',
        value: { pupil: 'p1', from: today, to: tomorrow, code: 'Б' },
      },
      {
        entity: entity.announcement('a'),
        attribute: 'announcement',
        value: { date: today, text: 'Собрание' },
      },
    ])
    const diary = small.diary()
    const place = { bell: 3, starts: '10:20', ends: '11:00', subject: 'alg', room: '12' }
    expect(lessonsOf(diary, '2026-11-17')).toEqual([
      {
        ...place,
        held: true,
        topic: 'Степени',
        homework: { text: '№ 12', due: { date: today, bell: 3 } },
        marks: [
          { mark: '5', comment: 'у доски' },
          { mark: '4', kind: 'Контрольная работа', weight: 2 },
        ],
      },
    ])
    expect(lessonsOf(diary, today)).toEqual([{ ...place, held: true, absent: 'Б' }])
    // (5 × 1 + 4 × 2) / 3 = 4.333
    const results = [
      { period: 'q2', average: 433 },
      { period: '2026', average: 433 },
    ]
    expect(diary.head.subjects).toEqual([
      { id: 'alg', name: 'Алгебра', results },
      { id: 'eng', name: 'Английский язык', results: [] },
    ])
    expect(diary.head).toMatchObject({
      pupil: { id: 'p1', name: 'Белова Анна' },
      class: '7А',
      announcements: [{ id: 'a', date: today, text: 'Собрание' }],
    })
  })

  it('shows the coming fortnight, with announced works, in the own group alone', () => {
    const small = new SmallDiary()
    const control = lessonKey('2026-12-22', 3)
    small
      .in(algebra)
      .write(people.subject, [
        { entity: entity.work(control, 'k'), attribute: 'work', value: { kind: 'Контрольная работа' } },
      ])
    const ahead = small.diary().days.filter(({ date }) => date > today)
    expect(ahead.map(({ date }) => date)).toEqual([
      '2026-11-25',
      '2026-12-01',
      '2026-12-02',
      '2026-12-08',
      '2026-12-22',
    ])
    expect(ahead[0]!.lessons).toEqual([{ bell: 1, subject: 'eng', group: 'Группа en1' }])
    expect(ahead[4]!.lessons[0]!.works).toEqual([{ kind: 'Контрольная работа' }])
  })

  it('keeps to itself what is prepared for a lesson whose day has not come', () => {
    const small = new SmallDiary()
    small
      .in(english)
      .write(people.subject, [
        lesson(lessonKey(tomorrow, 1), 'lesson.topic', 'Времена'),
        lesson(lessonKey(tomorrow, 1), 'lesson.homework', 'упр. 3'),
      ])
    expect(lessonsOf(small.diary(), tomorrow)).toEqual([{ bell: 1, subject: 'eng', group: 'Группа en1' }])
  })

  it('leaves out a mark that two people put differently, until it is settled', () => {
    const small = new SmallDiary()
    const journal = small.in(algebra)
    const other = new SmallDiary().in(algebra)
    journal.write(people.subject, [lesson(now, 'lesson.held', true), mark(now, '', 'p1', '5')])
    other.write(people.office, [], { skew: 1 })
    other.write(people.office, [mark(now, '', 'p1', '2')])
    for (const row of other.rows) journal.fold.add(row)
    for (const receipt of other.receipts) journal.fold.receive(receipt)
    expect([...journal.fold.conflicts()]).toHaveLength(1)
    expect(lessonsOf(small.diary(), today)![0]!.marks).toBeUndefined()
    expect(small.diary().head.subjects[0]!.results).toEqual([])
    // Past the other tablet's writer.
    journal.write(people.subject, [])
    journal.write(people.subject, [mark(now, '', 'p1', '5')])
    expect(lessonsOf(small.diary(), today)![0]!.marks).toEqual([{ mark: '5' }])
  })

  it('goes on in the class that the pupil has moved to, and counts what both have given', () => {
    const small = new SmallDiary()
    const moved = (kind: 'moved_out' | 'moved_in'): Entry => ({
      entity: entity.movement('p1', today, kind),
      attribute: 'movement',
      value: { pupil: 'p1', kind, date: today },
    })
    small
      .in(algebra)
      .write(people.subject, [
        lesson(lastWeek, 'lesson.held', true),
        mark(lastWeek, '', 'p1', '3'),
        lesson(now, 'lesson.held', true),
      ])
    small.class.write(people.office, [moved('moved_out')])
    const key = { class: '7b', subject: 'alg' }
    small.school.write(people.office, [
      {
        entity: entity.class('7b'),
        attribute: 'class',
        value: { id: '7b', year: '2026', grade: 7, letter: 'Б' },
      },
    ])
    const inside = new Writing()
    inside.write(people.office, [moved('moved_in')])
    const journal = new Writing()
    journal.write(people.subject, [
      ...[lastWeek, lessonKey(today, 5)].map((at) => lesson(at, 'lesson.held', true)),
      mark(lessonKey(today, 5), '', 'p1', '4'),
    ])
    const source = small.source()
    const course = readCourse(familyFold(journal.fold), source.school, key, today)
    const view = readClass(familyFold(inside.fold))
    const words = readClassWords(familyFold(inside.fold))
    const classes = [...source.classes, { id: '7b', view, words, courses: [course] }]
    const diary = foldDiary({ ...source, classes })
    const given = diary.days
      .filter(({ lessons }) => lessons.some(({ held }) => held))
      .map(({ date, lessons }) => [date, lessons.map(({ bell, marks }) => `${bell}: ${marks?.[0]?.mark}`)])
    expect(given).toEqual([
      ['2026-11-17', ['3: 3']],
      [today, ['5: 4']],
    ])
    expect(diary.head).toMatchObject({ class: '7Б', pupil: { name: 'Белова Анна' } })
    expect(diary.head.subjects[0]!.results[0]).toEqual({ period: 'q2', average: 350 })
  })

  it('is what its schema says', () => {
    const { head, days } = new SmallDiary().diary()
    expect(v.parse(diaryHead, head)).toEqual(head)
    expect(days.map((day) => v.parse(diaryDay, day))).toEqual(days)
  })
})

/** Entities of each kind, of the pupil and of another. */
const entities = (of: string): Entry['entity'][] => [
  entity.lesson(lastWeek),
  entity.lesson(now),
  entity.cell(lastWeek, of),
  entity.mark(lastWeek, '', of),
  entity.mark(now, 'k', of),
  entity.work(now, 'k'),
  entity.behaviour(now, of),
  entity.question(now, of, 'q'),
  entity.periodMark('q2', of),
  entity.former(of, 'f'),
  entity.carried(of, algebra),
  entity.remark('r'),
  entity.request(now, 'r'),
  entity.plan(1),
  entity.groups,
  entity.sharing,
]

/** Words that a person might enter; `secret`: must not be seen by the family of p1. */
const written = fc.record({
  of: fc.constantFrom('p1', 'other-p2'),
  pick: fc.nat(15),
  attribute: fc.constantFrom(
    ...Object.keys(attributes).filter((name) => attributes[name as 'mark'].document === 'journal'),
  ),
  verdict: fc.constantFrom('ok' as const, 'ok' as const, 'void' as const),
  by: fc.constantFrom(people.subject, people.classTeacher, people.office),
})

describe('what no family is told', () => {
  it('names no staff, no other pupil, nothing void, nothing that the schema keeps from families', () => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 40 }), (steps) => {
        const small = new SmallDiary()
        const journal = small.in(algebra)
        journal.write(people.subject, [
          lesson(lastWeek, 'lesson.held', true),
          lesson(now, 'lesson.held', true),
        ])
        const secrets: string[] = ['staff-galina', 'Галкина', 'other-p2', 'Чужая', ...Object.values(people)]
        steps.forEach(({ of, pick, attribute, verdict, by }, index) => {
          const name = entities(of)[pick]!
          const word = `secret${index}.`
          const open = isAttribute(attribute) && attributeSpec(attribute).family
          const own = name.split(',').every((part) => part !== 'other-p2')
          if (!open || !own || verdict === 'void') secrets.push(word)
          journal.write(
            by,
            [{ entity: name, attribute: attribute as 'mark', value: saying(attribute, word, of) }],
            {
              verdict,
            },
          )
        })
        const told = JSON.stringify(small.diary())
        expect(secrets.filter((secret) => told.includes(secret))).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  it('would be noticed', () => {
    const small = new SmallDiary()
    small.in(algebra).write(people.subject, [lesson(lastWeek, 'lesson.topic', 'secret0.')])
    expect(JSON.stringify(small.diary())).toContain('secret0.')
  })
})

/** A value of the attribute's shape that says the word wherever it has room for words. */
function saying(attribute: string, word: string, of: string): Entry['value'] {
  switch (attribute) {
    case 'lesson.held':
    case 'lesson.added':
    case 'lesson.roll':
    case 'plan.shared':
      return true
    case 'lesson.moved':
    case 'lesson.due':
      return { date: '2026-12-01', bell: 3 }
    case 'lesson.cancelled':
      return { reason: word }
    case 'lesson.attachments':
      return [{ url: `https://example.org/${word}`, title: word }]
    case 'presence':
    case 'proposal':
      return 'absent'
    case 'mark':
    case 'periodmark':
      return word
    case 'work':
      return { kind: word, title: word }
    case 'carried':
      return {
        pupil: of,
        from: { class: word, subject: 'alg' },
        marks: [{ date: '2026-11-17', mark: '2', kind: word }],
        absences: [],
        periodMarks: [],
      }
    case 'former':
      return { pupil: of, mark: '3', place: word, kind: word }
    case 'plan':
      return { number: 1, hours: 1, topic: word, homework: word }
    case 'question':
    case 'remark':
    case 'request':
      return { flag: word, text: word, date: today, period: word }
    default:
      return word
  }
}
