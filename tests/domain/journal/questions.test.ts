import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  answerProposal,
  answerQuestion,
  ask,
  openProposals,
  propose,
  readProposal,
  readQuestions,
} from '../../../src/domain/journal/questions.ts'
import { entity } from '../../../src/domain/ledger/documents.ts'
import { cell, foldIn, key, people, Writing } from './writing.ts'

const { subject, classTeacher } = people
const question = entity.question(key, 'p1', 'q1')
const absent = { entity: cell, attribute: 'presence', value: 'absent' } as const
const present = { ...absent, value: 'present' }

describe('a question of the class teacher', () => {
  it('waits until the subject teacher answers it', () => {
    const journal = new Writing()
    journal.write(classTeacher, [ask(key, 'p1', 'q1', 'Почему двойка?')])
    expect(readQuestions(journal.fold)).toEqual([
      { id: question, lesson: key, pupil: 'p1', flag: 'cell', text: 'Почему двойка?', answer: undefined },
    ])
    journal.write(subject, [answerQuestion(question, 'Не сдал тетрадь')])
    expect(readQuestions(journal.fold)[0]?.answer).toBe('Не сдал тетрадь')
  })

  it('waits again when it is asked anew, whatever the tablets’ clocks say', () => {
    const journal = new Writing()
    const month = 30 * 86_400_000
    journal.write(classTeacher, [ask(key, 'p1', 'q1', 'Почему двойка?')], { skew: month })
    journal.write(subject, [answerQuestion(question, 'Спишу позже')])
    expect(readQuestions(journal.fold)[0]?.answer).toBe('Спишу позже')
    journal.write(classTeacher, [ask(key, 'p1', 'q1', 'А теперь?')], { skew: -month })
    expect(readQuestions(journal.fold)[0]).toMatchObject({ text: 'А теперь?', answer: undefined })
  })

  it('is gone when it is taken back', () => {
    const journal = new Writing()
    journal.write(classTeacher, [ask(key, 'p1', 'q1', 'Почему двойка?')])
    journal.write(classTeacher, [{ entity: question, attribute: 'question', value: null }])
    expect(readQuestions(journal.fold)).toEqual([])
  })
})

describe('a proposal of the class teacher', () => {
  it('is settled when presence becomes what it says', () => {
    const journal = new Writing()
    journal.write(subject, [absent])
    journal.write(classTeacher, [propose(key, 'p1', 'present')])
    expect(openProposals(journal.fold)).toMatchObject([{ pupil: 'p1', presence: 'present', state: 'open' }])
    journal.write(subject, [present])
    expect(readProposal(journal.fold, key, 'p1')?.state).toBe('settled')
    expect(openProposals(journal.fold)).toEqual([])
  })

  it('of presence is settled by a roll that does not name the pupil', () => {
    const journal = new Writing()
    journal.write(subject, [{ entity: entity.lesson(key), attribute: 'lesson.roll', value: true }, absent])
    journal.write(classTeacher, [propose(key, 'p1', 'present')])
    journal.write(subject, [{ ...absent, value: null }])
    expect(readProposal(journal.fold, key, 'p1')?.state).toBe('settled')
  })

  it('is answered in words, and open again when it is made anew', () => {
    const journal = new Writing()
    journal.write(subject, [absent])
    journal.write(classTeacher, [propose(key, 'p1', 'present')])
    journal.write(subject, [answerProposal(key, 'p1', 'Ушёл со второй минуты')])
    expect(readProposal(journal.fold, key, 'p1')).toMatchObject({
      state: 'answered',
      answer: 'Ушёл со второй минуты',
    })
    journal.write(classTeacher, [propose(key, 'p1', { late: 5 })])
    expect(readProposal(journal.fold, key, 'p1')).toMatchObject({ state: 'open', answer: undefined })
  })

  it('whose entry did not count is none', () => {
    const journal = new Writing()
    journal.write(classTeacher, [propose(key, 'p1', 'present')], { verdict: 'void' })
    expect(readProposal(journal.fold, key, 'p1')).toBeUndefined()
  })
})

it('reads the same in whatever order rows and receipts come', () => {
  const journal = new Writing()
  journal.write(subject, [absent])
  journal.write(classTeacher, [ask(key, 'p1', 'q1', 'Где был?'), propose(key, 'p1', 'present')])
  journal.write(subject, [answerQuestion(question, 'В медкабинете'), answerProposal(key, 'p1', 'Нет')])
  journal.write(classTeacher, [ask(key, 'p1', 'q1', 'Весь урок?'), propose(key, 'p1', { late: 7 })])
  journal.write(classTeacher, [ask(key, 'p2', 'q1', 'А второй?')], { received: false })
  const read = (fold = journal.fold) => [readQuestions(fold), openProposals(fold)]
  expect(read()).toMatchObject([
    [{ text: 'Весь урок?', answer: undefined }, { text: 'А второй?' }],
    [{ presence: { late: 7 } }],
  ])
  const parts = [...journal.rows, ...journal.receipts]
  fc.assert(
    fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (order) => {
      expect(read(foldIn(order))).toEqual(read())
    }),
  )
})
