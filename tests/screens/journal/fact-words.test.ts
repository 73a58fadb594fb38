import { describe, expect, it } from 'vitest'
import { type AttributeName, attributes } from '../../../src/domain/ledger/attributes.ts'
import type { Json } from '../../../src/domain/ledger/fact.ts'
import { parseFact } from '../../../src/domain/ledger/fact.ts'
import { type DeviceId, factId, type UserId, writerSuffix } from '../../../src/domain/ledger/ids.ts'
import { formats } from '../../../src/screens/design/texts/format.ts'
import { attributeInWords, factInWords, valueInWords } from '../../../src/screens/journal/fact-words.ts'

const journal = { class: '2026-7a', subject: 'math' }
/** Every attribute of a journal with a value, and how it reads. */
const said: [AttributeName, Json, string][] = [
  ['plan', { number: 3, hours: 1, topic: 'Дроби' }, 'Дроби'],
  ['lesson.held', true, 'да'],
  ['lesson.teacher', 'vyatkina', 'vyatkina'],
  ['lesson.moved', { date: '2026-11-25', bell: 4 }, '25.11.2026, 4-й урок'],
  ['lesson.cancelled', { reason: 'Мороз' }, 'Мороз'],
  ['lesson.added', false, 'нет'],
  ['lesson.topic', 'Дроби', 'Дроби'],
  ['lesson.homework', '§ 13', '§ 13'],
  ['lesson.due', { date: '2026-11-25' }, '25.11.2026'],
  [
    'lesson.attachments',
    [
      { url: 'https://example.org/a', title: 'Задачи' },
      { file: 'a'.repeat(64), name: 'план.pdf', type: 'application/pdf', size: 3 },
    ],
    'Задачи; план.pdf',
  ],
  ['lesson.note', 'взять циркули', 'взять циркули'],
  ['lesson.roll', true, 'да'],
  ['lesson.ref', 'L-1', 'L-1'],
  [
    'work',
    { kind: 'Контрольная работа', title: 'Дроби', weight: 1.5, retakeOf: 'w' },
    'Контрольная работа, Дроби, вес 1,5',
  ],
  ['work', {}, 'записано'],
  ['mark', '4', '4'],
  ['mark', '.', '• (долг)'],
  ['mark.comment', 'за чертёж', 'за чертёж'],
  ['presence', 'absent', 'Н'],
  ['presence', { late: 7 }, 'О, 7 мин'],
  ['reason', 'Б', 'Б'],
  ['periodmark', 'н/а', 'н/а'],
  ['periodmark.reason', 'болел', 'болел'],
  ['behaviour', 'разговаривал', 'разговаривал'],
  [
    'carried',
    { pupil: 'p1', from: journal, marks: [{ mark: '4' }], absences: [], periodMarks: [] },
    'отметок: 1, пропусков: 0',
  ],
  ['former', { pupil: 'p1', place: 'Школа 3', mark: '5', date: '2026-09-05' }, '05.09.2026, 5, Школа 3'],
  ['groups.seen', { date: '2026-11-24', members: 'a1b2' }, '24.11.2026'],
  ['plan.shared', true, 'да'],
  ['proposal', 'present', 'на уроке'],
  ['question', { flag: 'cell', text: 'Где был?' }, 'Где был?'],
  ['question.answer', 'У врача', 'У врача'],
  ['remark', { date: '2026-11-24', text: 'Нет тем' }, '24.11.2026, Нет тем'],
  ['remark.answer', { date: '2026-11-25', text: 'Записаны' }, '25.11.2026, Записаны'],
  ['remark.closed', { date: '2026-11-26' }, '26.11.2026'],
  ['request', { period: 'q1', text: 'Болел' }, 'Болел'],
  ['request.answer', { granted: true, until: '2026-11-20' }, 'разрешено, до 20.11.2026'],
  ['request.answer', { granted: false, text: 'Сдано' }, 'отказано, Сдано'],
]

describe('history words', () => {
  it.each(said)('%s %j', (attribute, value, words) => {
    const id = factId(0, 0, writerSuffix({ user: 'u1111' as UserId, device: 'dev1' as DeviceId, client: 1 }))
    expect(parseFact([id, 'x', attribute, value], 'journal')).toMatchObject({ ok: true })
    expect(valueInWords(attribute, value)).toBe(words)
  })

  it('every attribute of a journal by the schema’s words', () => {
    const known = Object.entries(attributes).filter(([, spec]) => spec.document === 'journal')
    expect(new Set(said.map(([attribute]) => attribute))).toEqual(new Set(known.map(([name]) => name)))
    for (const [name, { words }] of known) expect(attributeInWords(name)).toBe(words)
  })

  it('whom and which day a fact is about', () => {
    const format = formats('ru', 'Asia/Yekaterinburg')
    const words = (entity: string, attribute: AttributeName, value: Json) =>
      factInWords({ entity, attribute, value }, format, () => 'Катаев Матвей').replaceAll('\u00a0', ' ')
    expect(words('behaviour,2026-10-22,3,0,p1', 'behaviour', 'шумел')).toBe(
      '22 октября: замечание о поведении шумел, Катаев Матвей',
    )
    expect(words('question,2026-10-22,3,0,,q', 'question.answer', 'да')).toBe('22 октября: ответ учителя да')
  })
})
