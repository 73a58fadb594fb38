import { expect, it } from 'vitest'
import { numberWords, sheetsInWords } from '../../src/print/paper-journal/number-words.ts'

it.each([
  [1, 'один'],
  [10, 'десять'],
  [13, 'тринадцать'],
  [20, 'двадцать'],
  [42, 'сорок два'],
  [100, 'сто'],
  [111, 'сто одиннадцать'],
  [290, 'двести девяносто'],
  [999, 'девятьсот девяносто девять'],
])('%i is «%s»', (number, words) => {
  expect(numberWords(number)).toBe(words)
})

it.each([
  [1, '1 (один) лист'],
  [21, '21 (двадцать один) лист'],
  [33, '33 (тридцать три) листа'],
  [12, '12 (двенадцать) листов'],
  [40, '40 (сорок) листов'],
])('%i sheets are «%s»', (sheets, words) => {
  expect(sheetsInWords(sheets)).toBe(words)
})
