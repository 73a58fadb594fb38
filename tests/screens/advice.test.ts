import { expect, test } from 'vitest'
import type { Fact } from '../../src/domain/ledger/fact.ts'
import { shownAdvice } from '../../src/family/advice/shown-advice.ts'
import type { Waiting } from '../../src/family/letters.ts'
import { errorLine } from '../../src/screens/advice/recent-errors.ts'

test('of an error goes along where it happened, and nothing of what anybody entered', () => {
  const error = new TypeError('Белова Анна: отметка 2')
  error.stack =
    'TypeError: Белова Анна: отметка 2\n    at x (https://school.example/assets/index-a1.js:1:2042)'
  expect(errorLine(error)).toBe('TypeError at index-a1.js:1:2042')
  expect(errorLine('Белова Анна')).toBe('unknown')
  delete error.stack
  expect(errorLine(error)).toBe('TypeError')
})

test('a family sees its questions: what waits first, then what the school has told', () => {
  const asked = (id: string, fate?: 'sent' | 'refused'): Waiting => ({
    pupil: 'p1',
    facts: [[id, `advice,${id}`, 'advice', { text: id }] as unknown as Fact],
    at: 7,
    ...(fate ? { fate } : {}),
  })
  const thread = { advice: [{ id: 'advice,a', at: 5, text: 'a', answer: 'Обновите' }] }
  const waiting = [asked('a', 'sent'), asked('b', 'refused'), asked('c', 'sent'), asked('d')]
  expect(shownAdvice(thread, waiting, 'p1')).toEqual([
    { id: 'advice,d', at: undefined, text: 'd', answer: undefined, refused: false },
    { id: 'advice,c', at: 7, text: 'c', answer: undefined, refused: false },
    { id: 'advice,b', at: undefined, text: 'b', answer: undefined, refused: true },
    { id: 'advice,a', at: 5, text: 'a', answer: 'Обновите' },
  ])
  expect(shownAdvice(thread, waiting, 'p2').map(({ id }) => id)).toEqual(['advice,a'])
})
