import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitText } from '../../src/print/fit-text.ts'

/** Every letter is as wide as the size. */
const measure = (text: string, size: number) => text.length * size

describe('fitText', () => {
  it('wraps after spaces and hyphens', () => {
    expect(fitText('Анна-Мария Ли', 6, [1], measure).lines).toEqual(['Анна-', 'Мария', 'Ли'])
  })

  it('keeps initials with the name after them', () => {
    expect(fitText('имени Н. И. Кузнецова', 16, [1], measure).lines).toEqual(['имени', 'Н. И. Кузнецова'])
    expect(fitText('Вяткина А. Я.', 8, [1], measure).lines).toEqual(['Вяткина', 'А. Я.'])
  })

  it('takes a smaller size before it breaks a word', () => {
    expect(fitText('Константин', 20, [3, 2, 1], measure)).toEqual({ lines: ['Константин'], size: 2 })
    expect(fitText('Константин', 4, [3, 2, 1], measure)).toEqual({ lines: ['Конс', 'тант', 'ин'], size: 1 })
  })

  it('keeps line breaks; nothing takes no line', () => {
    expect(fitText('Б2\nО1', 9, [1], measure).lines).toEqual(['Б2', 'О1'])
    expect(fitText('', 9, [1], measure).lines).toEqual([])
  })

  it('loses no letter and draws no line too wide', () => {
    const text = fc
      .array(fc.constantFrom('Ё', 'А. ', 'жук', '-', ' ', '\n', 'длинноеслово'))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 12 }), (words, width) => {
        const { lines, size } = fitText(words, width, [2, 1], measure)
        for (const line of lines) expect(measure(line, size)).toBeLessThanOrEqual(width)
        expect(lines.join('').replace(/\s/g, '')).toBe(words.replace(/\s/g, ''))
      }),
    )
  })
})
