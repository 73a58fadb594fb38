import { describe, expect, it } from 'vitest'
import { compareNames, fullName, initials, lastFirst } from '../../../src/domain/school/names.ts'

describe('names', () => {
  it('are in order of last, first, middle name with Ё as Е, then birth date, then id', () => {
    const people = [
      { id: '1', last: 'Ёлкин', first: 'Пётр' },
      { id: '2', last: 'Елкин', first: 'Анна' },
      { id: '3', last: 'Жуков', first: 'Пётр' },
      { id: '4', last: 'Дёмин', first: 'Пётр', middle: 'Олегович' },
      { id: '5', last: 'Демин', first: 'Пётр', middle: 'Ильич', born: '2012-01-01' },
      { id: '6', last: 'Дёмин', first: 'Петр', middle: 'Ильич', born: '2011-01-01' },
      { id: '7', last: 'Демин', first: 'Пётр', middle: 'Ильич', born: '2012-01-01' },
      { id: '8', last: 'Йодов', first: 'Пётр' },
      { id: '9', last: 'Иодов', first: 'Пётр' },
    ]
    expect(
      [...people]
        .reverse()
        .sort(compareNames)
        .map(({ id }) => id),
    ).toEqual(['6', '5', '7', '4', '2', '1', '3', '9', '8'])
  })

  it('are written in three ways', () => {
    const name = { last: 'Трефилова', first: 'Светлана', middle: 'Олеговна' }
    expect(lastFirst(name)).toBe('Трефилова Светлана')
    expect(fullName(name)).toBe('Трефилова Светлана Олеговна')
    expect(initials(name)).toBe('С. О. Трефилова')
    expect(initials({ last: 'Ли', first: 'Ян' })).toBe('Я. Ли')
  })
})
