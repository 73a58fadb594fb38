import { expect, test } from 'vitest'
import { readDraft } from '../../../src/screens/plan/plan-draft.ts'

test('an entry as it is typed becomes one of the plan', () => {
  expect(readDraft({ topic: ' Дроби ', hours: '0,5', homework: '' })).toEqual({
    ok: true,
    content: { topic: 'Дроби', hours: 0.5 },
  })
  expect(readDraft({ topic: 'Дроби', hours: '2', homework: '§ 1 ' })).toMatchObject({
    content: { homework: '§ 1' },
  })
})

test.each([
  [{ topic: ' ', hours: '1', homework: '' }, { topic: 'empty' }],
  [{ topic: 'x'.repeat(1001), hours: '1', homework: '' }, { topic: 1000 }],
  [{ topic: 'x', hours: '0', homework: '' }, { hours: true }],
  [
    { topic: 'x', hours: 'два', homework: 'y'.repeat(2001) },
    { hours: true, homework: 2000 },
  ],
])('what is wrong with %j is told by field', (draft, problems) => {
  expect(readDraft(draft)).toEqual({ ok: false, problems })
})
