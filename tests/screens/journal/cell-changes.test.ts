import { expect, it } from 'vitest'
import { readLesson } from '../../../src/domain/journal/journal-view.ts'
import { giveMark, notePresence } from '../../../src/domain/journal/keeping.ts'
import { entity } from '../../../src/domain/ledger/documents.ts'
import type { DeviceId } from '../../../src/domain/ledger/ids.ts'
import { emptyClass } from '../../../src/domain/school/class-view.ts'
import { type CellChange, entriesOfChange } from '../../../src/screens/journal/cell-changes.ts'
import { detailsOf } from '../../../src/screens/journal/cell-details-of.ts'
import { openTalkOf } from '../../../src/screens/workspace/open-talk.ts'
import { cell, key, people, Writing } from '../../domain/journal/writing.ts'

const { subject, classTeacher } = people
const pupil = { id: 'p1', last: 'Катаев', first: 'Матвей' }
const nobody = {
  ...emptyClass,
  exemptions: [{ pupil: 'p1', from: '2026-11-01', to: '2026-12-01' }],
}

function journal() {
  const writing = new Writing()
  const { fold } = writing
  const lesson = () => readLesson(fold, key)
  return {
    fold,
    give: (work: string, mark: '2' | '.') =>
      writing.write(subject, giveMark(lesson(), 't', work, 'p1', mark)),
    absent: () => writing.write(subject, notePresence(lesson(), 't', 'p1', 'absent')),
    change: (user: typeof subject, change: CellChange) =>
      writing.write(user, entriesOfChange(fold, lesson(), 't', 'p1', change)),
    details: () =>
      detailsOf(
        fold,
        nobody,
        lesson(),
        pupil,
        { authors: (user) => user, here: { device: 'dev1' as DeviceId, name: 'этот планшет' } },
        true,
      ),
  }
}

it('a proposal waits in the cell until it is accepted, and history tells all of it', () => {
  const { fold, absent, change, details } = journal()
  absent()
  change(classTeacher, { kind: 'propose', presence: 'present' })
  expect([...openTalkOf(fold).cells]).toEqual([`${key} p1`])
  change(subject, { kind: 'accept' })
  expect(fold.value(cell, 'presence')).toBe('present')
  expect([...openTalkOf(fold).cells]).toEqual([])
  expect(details().history.map(({ what, from, to }) => [what, from, to])).toEqual([
    ['явка', 'Н', 'на уроке'],
    ['предложение исправить явку', undefined, 'на уроке'],
    ['явка', undefined, 'Н'],
  ])
})

it('a question waits until it is answered or taken back', () => {
  const { fold, change, details } = journal()
  change(classTeacher, { kind: 'ask', id: 'q1', text: ' Где был? ' })
  change(classTeacher, { kind: 'ask', id: 'q2', text: 'За что двойка?' })
  expect(openTalkOf(fold).questions.map(({ text }) => text)).toEqual(['Где был?', 'За что двойка?'])
  change(classTeacher, { kind: 'takeBack', question: entity.question(key, 'p1', 'q2') })
  change(subject, { kind: 'answer', question: entity.question(key, 'p1', 'q1'), text: 'У врача' })
  expect(openTalkOf(fold).questions).toEqual([])
  expect(details().questions).toMatchObject([{ text: 'Где был?', answer: 'У врача' }])
})

it('a retake, a comment and a remark are read back', () => {
  const { fold, give, change, details } = journal()
  give('', '2')
  change(subject, { kind: 'retake', work: '', mark: '4' })
  const [first, second] = details().marks
  expect([first, second]).toMatchObject([
    { mark: '2', retaken: true, retake: false },
    { mark: '4', retaken: false, retake: true, kind: 'пересдача' },
  ])
  change(subject, { kind: 'comment', work: second!.work, text: 'устно' })
  change(subject, { kind: 'behaviour', text: 'мешал' })
  expect(details().marks[1]?.comment).toBe('устно')
  expect(details()).toMatchObject({ behaviour: 'мешал', exempt: { to: '2026-12-01' } })
  change(subject, { kind: 'behaviour', text: ' ' })
  expect(fold.value(entity.behaviour(key, 'p1'), 'behaviour')).toBeUndefined()
})
