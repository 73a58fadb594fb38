import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellDate, cellLines, cellText } from '../../../src/exchange/sheets/cell-text.ts'
import { readClassName } from '../../../src/exchange/sheets/class-names.ts'
import { readPerson, staffNamed } from '../../../src/exchange/sheets/person-names.ts'
import { subjectNamed } from '../../../src/exchange/sheets/subject-names.ts'
import { knownSchool } from './messy-school.ts'

const today = '2026-08-20'

describe('what cells say', () => {
  it('cleans texts', () => {
    expect(cellText('  Иванова\u00A0 Анна\n')).toBe('Иванова Анна')
    expect(cellText(new Date(Date.UTC(2013, 2, 5)))).toBe('05.03.2013')
    expect(cellText(null)).toBe('')
    expect(cellLines('Мать; отец\n дед')).toEqual(['Мать', 'отец', 'дед'])
  })

  it.each([
    [new Date(Date.UTC(2013, 2, 5)), '2013-03-05'],
    [41338, '2013-03-05'],
    ['41338', '2013-03-05'],
    ['5.3.2013', '2013-03-05'],
    ['05.03.2013 г.', '2013-03-05'],
    ['05/03/13', '2013-03-05'],
    ['05,03,2013', '2013-03-05'],
    ['2013-03-05', '2013-03-05'],
    ['5 марта 2013 года', '2013-03-05'],
    ['5 мая 2013', '2013-05-05'],
    ['12.12.79', '1979-12-12'],
  ])('reads the date %s', (cell, value) => {
    expect(cellDate(cell, today)).toEqual({ ok: true, value })
  })

  it.each(['31.02.2013', '13/13/2013', 'март', '5', '2013', '99999'])('refuses the date %s', (cell) => {
    expect(cellDate(cell, today).ok).toBe(false)
  })

  it('reads any day as a serial, as a date cell and as text alike', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10_000, max: 60_000 }), (serial) => {
        const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000)
        const value = date.toISOString().slice(0, 10)
        for (const cell of [serial, date, value, value.split('-').reverse().join('.')])
          expect(cellDate(cell, today)).toEqual({ ok: true, value })
      }),
    )
  })
})

describe('names of classes', () => {
  it.each(['7А', '7A', '7a', '7 «А»', '7-а', '07A', '7 а класс', '7 "A" кл.'])('reads %s as 7А', (text) => {
    expect(readClassName(text)).toEqual({ grade: 7, letter: 'А' })
  })

  it('puts every Latin look-alike right, and refuses what is no class', () => {
    for (const [index, letter] of [...'ABCEHKMOPTX'].entries())
      expect(readClassName(`10${letter}`)?.letter).toBe('АВСЕНКМОРТХ'[index])
    expect(readClassName('11')).toEqual({ grade: 11, letter: '' })
    for (const text of ['', 'А', '13А', '0А', 'Итого', '7 четверть', '8.30'])
      expect(readClassName(text)).toBeUndefined()
  })
})

describe('names of people and subjects', () => {
  it('reads names in capitals, with initials, with a former surname, with a Latin letter', () => {
    expect(readPerson('ИВАНОВА-ПЕТРОВА АННА ПЕТРОВНА')).toEqual({
      last: 'Иванова-Петрова',
      first: 'Анна',
      middle: 'Петровна',
    })
    expect(readPerson('Иванова А.П.')).toEqual({ last: 'Иванова', first: 'А.', middle: 'П.' })
    expect(readPerson('Иванова (Сидорова) Aнна')).toEqual({ last: 'Иванова', first: 'Анна' })
    expect(readPerson('Мамедов Али Рашид оглы')?.middle).toBe('Рашид оглы')
    expect(readPerson('Иванова')).toBeUndefined()
  })

  it('knows staff by full name, initials on either side and surname, Ё or Е', () => {
    const { staff } = knownSchool()
    const ids = (text: string) => staffNamed(staff, text).map(({ id }) => id)
    expect(ids('Трефилова Светлана Олеговна')).toEqual(['tref'])
    expect(ids('Трефилова С.О.')).toEqual(['tref'])
    expect(ids('С. О. Трефилова')).toEqual(['tref'])
    expect(ids('Елкин П.С.')).toEqual(['yolk'])
    expect(ids('Иванова')).toEqual(['iv1', 'iv2'])
    expect(ids('Иванова О.')).toEqual(['iv2'])
    expect(ids('Математика')).toEqual([])
    expect(ids('')).toEqual([])
  })

  it('knows subjects by abbreviation', () => {
    const { subjects } = knownSchool()
    const name = (text: string, likely: string[] = []) => {
      const guess = subjectNamed(text, subjects, new Map([['Инглиш', 's7']]), new Set(likely))
      return guess.ok ? subjects.find(({ id }) => id === guess.id)?.name : guess.guesses
    }
    expect(name('Рус. яз.')).toBe('Русский язык')
    expect(name('рус.яз')).toBe('Русский язык')
    expect(name('Русский')).toBe('Русский язык')
    expect(name('матем-ка')).toBe('Математика')
    expect(name('физ-ка')).toBe('Физика')
    expect(name('абракадабра')).toEqual([])
    expect(name('Матем.')).toBe('Математика')
    expect(name('физ-ра')).toBe('Физическая культура')
    expect(subjectNamed('Общ-во', [{ id: 's', name: 'Обществознание' }])).toEqual({ ok: true, id: 's' })
    expect(name('Физкультура')).toBe('Физическая культура')
    expect(name('ИЗО')).toBe('Изобразительное искусство')
    expect(name('ОБЗР')).toBe('Основы безопасности и защиты Родины')
    expect(name('инглиш')).toBe('Английский язык')
    expect(name('Физ')).toEqual(['s5', 's6'])
    expect(name('Физ', ['s5'])).toBe('Физика')
    expect(name('Лит-ра')).toBe('Литература')
    expect(name('Лит.', ['s2'])).toBe('Литература')
    expect(name('яз')).toEqual([])
    expect(name('')).toEqual([])
  })
})
