import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findHeader } from '../../../src/exchange/sheets/header.ts'
import { readPlan } from '../../../src/exchange/sheets/read-plan.ts'
import { readSheets } from '../../../src/exchange/sheets/read-sheets.ts'
import type { Sheet } from '../../../src/exchange/sheets/sheet.ts'
import { planTarget } from '../../../src/exchange/sheets/targets.ts'
import { docx, said, sheetOf } from './messy-school.ts'

const journal = { class: 'c7a', subject: 's4' }
const read = (sheet: Sheet) => readPlan(sheet, findHeader(sheet, planTarget), journal)
const entries = (sheet: Sheet) =>
  read(sheet).tables?.plan.map(({ number, hours, topic, homework }) =>
    [number, hours, topic, ...(homework ? [homework] : [])].join(' | '),
  )

describe('the table of a plan', () => {
  it('comes from a Word document with sections, ranges of lessons and extra columns', async () => {
    const bytes = docx([
      [
        ['№ урока', 'Тема урока', 'Кол-во часов', 'Дата план', 'Домашнее задание'],
        [{ text: 'I четверть. Числа', span: 5 }],
        ['1', 'Повторение', '1', '02.09', '§ 1'],
        ['2-4', 'Дроби\nи проценты', '', '', ''],
        [{ text: 'II четверть', span: 5 }],
        ['1, 2', 'Контрольная работа', '', '', ''],
        ['3', 'Анализ', '0,5 ч', '', '№ 5'],
        ['', 'Итого', '6,5', '', ''],
      ],
    ])
    const reading = await readSheets('ктп.docx', bytes, () => Promise.reject(new Error('no workbook')))
    if (!reading.ok) throw new Error(reading.why)
    expect(entries(reading.sheets[0]!)).toEqual([
      '1 | 1 | Повторение | § 1',
      '2 | 3 | Дроби и проценты',
      '3 | 2 | Контрольная работа',
      '4 | 0.5 | Анализ | № 5',
    ])
    expect(said(read(reading.sheets[0]!).notes)).toEqual([
      '2,1: «I четверть. Числа»: раздел, не тема',
      '5,1: «II четверть»: раздел, не тема',
    ])
  })

  it('comes from a paste of topics alone', () => {
    expect(entries(sheetOf([['Дроби'], ['Раздел 2'], ['Проценты']]))).toEqual([
      '1 | 1 | Дроби',
      '2 | 1 | Проценты',
    ])
  })

  it('names a lesson without topic and hours that are no number', () => {
    const reading = read(
      sheetOf([
        ['№', 'Тема', 'Часы'],
        [1, null, 1],
        [2, 'Дроби', 'много'],
      ]),
    )
    expect(reading.tables).toBeUndefined()
    expect(said(reading.faults)).toEqual([
      '2,1: нет темы: впишите её или уберите строку',
      '3,2: «много» — не число часов',
    ])
    expect(read(sheetOf([['№', 'Тема', 'Часы']])).faults[0]?.why).toBe('в таблице нет ни одной темы')
  })

  it('keeps every topic and hour, wherever the columns stand', () => {
    const topics = fc.array(
      fc.record({ topic: fc.constantFrom('Дроби', 'Проценты', 'Углы'), hours: fc.nat(9) }),
      {
        minLength: 1,
      },
    )
    fc.assert(
      fc.property(topics, fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (rows, order) => {
        const cells = [
          ['№ п/п', 'Тема', 'Часы'],
          ...rows.map(({ topic, hours }, at) => [at + 1, topic, hours]),
        ]
        const sheet = sheetOf([['КТП'], ...cells.map((row) => order.map((column) => row[column]!))])
        expect(read(sheet).tables?.plan).toEqual(
          rows.map(({ topic, hours }, at) => ({ ...journal, number: at + 1, hours, topic })),
        )
      }),
    )
  })
})
