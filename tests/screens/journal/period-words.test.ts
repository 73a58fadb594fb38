import { describe, expect, test } from 'vitest'
import { periodMarkAdvice } from '../../../src/domain/journal/period-mark-advice.ts'
import { formats } from '../../../src/screens/design/texts/format.ts'
import { loadTexts } from '../../../src/screens/design/texts/language.tsx'
import { oneShortInWords, reasonInWords } from '../../../src/screens/journal/period-words.ts'

const average = (hundredths: number, count = 10) =>
  periodMarkAdvice({ sum: hundredths * 2, weight: 200, count })

describe.each([
  {
    language: 'ru',
    missing: '4,48: до «5» не хватает 0,02.',
    reached: '4,62: «5» начинается с 4,50.',
    few: '2 отметки, нужно не меньше 3.',
    none: 'Отметок ещё нет, нужно не меньше 3.',
    oneMark: 'До нужного числа не хватает одной отметки.',
    better: 'Ещё одна пятёрка, и выйдет «5».',
  },
  {
    language: 'en',
    missing: '4.48: 0.02 short of “5”.',
    reached: '4.62: “5” begins at 4.50.',
    few: '2 marks, at least 3 are needed.',
    none: 'No marks yet, at least 3 are needed.',
    oneMark: 'One mark short of the number needed.',
    better: 'One more 5 would bring “5”.',
  },
] as const)('the reason of a suggestion in $language', ({ language, ...words }) => {
  const read = async () => ({ texts: (await loadTexts(language)).journal, format: formats(language) })

  test('names the average and what is missing', async () => {
    const { texts, format } = await read()
    const reason = (advice: ReturnType<typeof average>) => reasonInWords(advice.reason, texts, format)
    expect(reason(average(448))).toBe(words.missing)
    expect(reason(average(462))).toBe(words.reached)
    expect(reason(average(500, 2))).toBe(words.few)
    expect(reason(periodMarkAdvice({ sum: 0, weight: 0, count: 0 }))).toBe(words.none)
  })

  test('says what one more mark would bring', async () => {
    const { texts } = await read()
    expect(oneShortInWords(average(500, 2).oneShort!, texts)).toBe(words.oneMark)
    const almost = periodMarkAdvice({ sum: 80, weight: 18, count: 9 })
    expect(oneShortInWords(almost.oneShort!, texts)).toBe(words.better)
  })
})
