import { expect, test } from 'vitest'
import { formats } from '../../src/screens/design/texts/format.ts'
import { loadTexts } from '../../src/screens/design/texts/language.tsx'
import { isSimple } from '../../src/screens/sign-in/choose-pin.tsx'

test('Russian numbers take the right form of their word', async () => {
  const { frame, lesson, signIn } = await loadTexts('ru')
  expect([1, 3, 5, 11, 21, 112].map(frame.waiting)).toEqual([
    '1 запись ждёт отправки',
    '3 записи ждут отправки',
    '5 записей ждут отправки',
    '11 записей ждут отправки',
    '21 запись ждёт отправки',
    '112 записей ждут отправки',
  ])
  expect([1, 2, 21].map(lesson.lateCount)).toEqual(['опоздал 1', 'опоздали 2', 'опоздал 21'])
  expect(signIn.unlock.wrong(1)).toBe('ПИН не подошёл. Осталась 1 попытка.')
})

test('the English catalogue holds the same texts', async () => {
  const texts = { ru: await loadTexts('ru'), en: await loadTexts('en') }
  const keys = (part: unknown, path = ''): string[] =>
    typeof part === 'object' && part !== null
      ? Object.entries(part).flatMap(([key, value]) => keys(value, `${path}.${key}`))
      : [path]
  expect(keys(texts.en)).toEqual(keys(texts.ru))
})

test('dates and times are written in the school’s zone, today without the date', () => {
  const now = Date.UTC(2026, 10, 24, 19, 30)
  const format = formats('ru', 'Asia/Yekaterinburg', () => now)
  expect(format.weekday('2026-11-24')).toBe('вторник, 24\u00a0ноября')
  expect(format.short('2026-02-07')).toBe('07.02')
  // Half past midnight of the 25th in Yekaterinburg.
  expect(format.moment(now)).toBe('00:30')
  expect(format.moment(now - 3_600_000)).toBe('24.11, 23:30')
  expect(format.average(3.666)).toBe('3,67')
})

test('PINs that are guessed first are refused', () => {
  expect(['000000', '123456', '987654'].map(isSimple)).toEqual([true, true, true])
  expect(['112233', '135790', '481516'].map(isSimple)).toEqual([false, false, false])
})
