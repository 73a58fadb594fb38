import { expect, test } from 'vitest'
import { commonMarkSettings } from '../../../src/domain/school/school-view.ts'
import { marksDraft, readMarks } from '../../../src/screens/office/setup/marks-draft.ts'

test('the common rules are read back as they are', () => {
  expect(readMarks(marksDraft(commonMarkSettings))).toEqual({ ok: true, settings: commonMarkSettings })
})

test('a comma or a point; what is out of place is named by its field', () => {
  const draft = marksDraft(commonMarkSettings)
  const read = readMarks({ ...draft, five: '4.6', four: '3,65' })
  expect(read.ok && [read.settings.five, read.settings.four]).toEqual([460, 365])
  const kinds = [
    { key: '1', name: 'Тест', weight: '1' },
    { key: '2', name: ' Тест ', weight: '9' },
  ]
  const wrong = readMarks({ ...draft, four: '4,5', minimum: '2,5', kinds })
  expect(wrong).toEqual({ ok: false, problems: new Set(['four', 'kind1', 'minimum', 'weight1']) })
})
