import { describe, expect, it } from 'vitest'
import { readPlan } from '../../../src/exchange/sheets/read-plan.ts'
import { planTarget } from '../../../src/exchange/sheets/targets.ts'
import {
  columnChoices,
  likeliestSheet,
  mapColumn,
  previewRows,
  startAt,
} from '../../../src/screens/tables/mapped-sheet.ts'
import { sheetOf } from '../../exchange/sheets/messy-school.ts'

const journal = { class: '7А', subject: 'math' }
const messy = sheetOf(
  [
    ['План 7А', null, null, null],
    ['№', 'Тема раздела', 'Содержание', 'Часы'],
    ['1', 'Дроби', 'Сложение', '2'],
    [null, 'Итоги четверти', null, null],
    ['2', 'Дроби', 'Вычитание', 'два'],
  ],
  'КТП',
)

describe('the columns of a plan', () => {
  it('are guessed on the sheet that looks most like one', () => {
    const { sheet, header } = likeliestSheet([sheetOf([['Титул']], 'Титул'), messy], planTarget)
    expect(sheet.name).toBe('КТП')
    expect(header).toMatchObject({ skip: 2, columns: { number: 0, topic: 1, hours: 3 } })
  })

  it('are corrected: one field a column, one column a field', () => {
    const { header } = likeliestSheet([messy], planTarget)
    expect(mapColumn(header, 'topic', 2).columns).toEqual({ number: 0, topic: 2, hours: 3 })
    expect(mapColumn(header, 'topic', 0).columns).toEqual({ topic: 0, hours: 3 })
    expect(mapColumn(header, 'hours', undefined).columns).toEqual({ number: 0, topic: 1 })
  })

  it('are offered by letter and title, by what stands in them where there is no title', () => {
    const mapped = likeliestSheet([messy], planTarget)
    expect(columnChoices(mapped)[2]).toEqual({ column: 2, letters: 'C', sample: 'Содержание' })
    const below = { sheet: messy, header: startAt(messy, mapped.header, 1) }
    expect(below.header).toMatchObject({ skip: 0, titles: [] })
    expect(columnChoices(below).map(({ letters, sample }) => `${letters} ${sample}`)).toEqual([
      'A План 7А',
      'B Тема раздела',
      'C Содержание',
      'D Часы',
    ])
    const wide = sheetOf([[...Array<null>(27).fill(null), 'далеко']])
    expect(columnChoices(likeliestSheet([wide], planTarget))[0]).toMatchObject({ column: 27, letters: 'AB' })
  })

  it('may begin no earlier than the first row and no later than the last', () => {
    const { header } = likeliestSheet([messy], planTarget)
    expect(startAt(messy, header, -3).skip).toBe(0)
    expect(startAt(messy, header, 99).skip).toBe(5)
    expect(startAt(messy, header, 3).titles).toEqual(['№', 'Тема раздела', 'Содержание', 'Часы'])
  })
})

describe('the preview', () => {
  it('puts each remark to its row, and apart what is about no row', () => {
    const { sheet, header } = likeliestSheet([messy], planTarget)
    const { rows, general } = previewRows(readPlan(sheet, header, journal))
    expect(general).toEqual([])
    expect(rows.map(({ row, fields, faults, notes }) => [row, fields?.number, faults, notes.length])).toEqual(
      [
        [3, '1', [], 0],
        [4, undefined, [], 1],
        [5, '2', ['D: «два» — не число часов'], 0],
      ],
    )
  })

  it('asks for the column of topics where there is none', () => {
    const { sheet, header } = likeliestSheet([messy], planTarget)
    const reading = readPlan(sheet, mapColumn(header, 'topic', undefined), journal)
    expect(previewRows(reading).general).toEqual(['укажите столбец с темами'])
  })
})
