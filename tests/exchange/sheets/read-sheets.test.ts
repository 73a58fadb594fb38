import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/universal'
import { decodeText } from '../../../src/exchange/sheets/delimited-text.ts'
import { readSheets, readSheetText, type XlsxReader } from '../../../src/exchange/sheets/read-sheets.ts'
import { docx } from './messy-school.ts'

const readXlsx: XlsxReader = (file) => readXlsxFile(Buffer.from(file))
const text = (content: string) => new TextEncoder().encode(content)

async function rowsOf(bytes: Uint8Array, name = 'файл') {
  const reading = await readSheets(name, bytes, readXlsx)
  return reading.ok ? reading.sheets.map(({ rows }) => rows) : reading.why
}

describe('reading the files a school has', () => {
  it('reads a workbook: numbers, dates, merged titles', async () => {
    const file = writeXlsxFile(
      [
        [{ value: 'Список 7А', columnSpan: 3 }, null, null],
        [{ value: 'ФИО' }, { value: 'Д.р.' }, { value: 'Часы' }],
        [
          { value: 'Ёлкина Анна' },
          { value: new Date(Date.UTC(2013, 2, 5)), type: Date, format: 'dd.mm.yyyy' },
          { value: 2.5, type: Number },
        ],
      ],
      { sheet: '7А' },
    )
    const bytes = new Uint8Array(await (await file.toBlob()).arrayBuffer())
    const reading = await readSheets('7А.xlsx', bytes, readXlsx)
    expect(reading).toEqual({
      ok: true,
      sheets: [
        {
          name: '7А',
          rows: [
            ['Список 7А', null, null],
            ['ФИО', 'Д.р.', 'Часы'],
            ['Ёлкина Анна', new Date(Date.UTC(2013, 2, 5)), 2.5],
          ],
        },
      ],
    })
  })

  it('reads CSV in the encodings Excel saves, with commas or semicolons', async () => {
    expect(await rowsOf(text('\uFEFFФИО;Класс\r\n"Ёлкин; Пётр";7А\r\n'))).toEqual([
      [
        ['ФИО', 'Класс'],
        ['Ёлкин; Пётр', '7А'],
      ],
    ])
    const windows1251 = new Uint8Array([0xd4, 0xc8, 0xce, 0x2c, 0xb8])
    expect(await rowsOf(windows1251)).toEqual([[['ФИО', 'ё']]])
    expect(decodeText(new Uint8Array([0xff, 0xfe, 0x24, 0x04, 0x09, 0x00]))).toBe('Ф\t')
  })

  it('reads a paste: quotes inside a cell, line breaks in quoted ones, rows of different length', () => {
    const paste = 'МБОУ "Школа № 5"\t\n"Иванов\nПётр ""мл."""\t7А\t\n\t1\n'
    const reading = readSheetText(paste)
    expect(reading.ok && reading.sheets[0]?.rows).toEqual([
      ['МБОУ "Школа № 5"', null],
      ['Иванов\nПётр "мл."', '7А', null],
      [null, '1'],
    ])
  })

  it('reads back any table that a spreadsheet copies', () => {
    const cell = fc.string({ unit: fc.constantFrom('а', ' ', '"', '\n', '\t', ';', ',', '5'), maxLength: 6 })
    const quoted = (value: string) => (/["\n\t]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }), (rows) => {
        const reading = readSheetText(rows.map((row) => row.map(quoted).join('\t')).join('\n'))
        const expected = rows.map((row) => row.map((value) => value || null))
        if (expected.every((row) => row.every((value) => value === null))) expect(reading.ok).toBe(false)
        else expect(reading.ok && reading.sheets[0]?.rows).toEqual(expected)
      }),
    )
  })

  it('reads the tables of a Word document, with cells merged either way', async () => {
    const bytes = docx([
      [
        ['№', 'Тема & ход', 'Часы'],
        [{ text: 'Раздел 1', span: 3 }],
        [{ text: '1', merge: 'restart' }, 'Числа\nи счёт', '2'],
        [{ text: '', merge: 'continue' }, 'Дроби <1', '1'],
      ],
      [['Д/з']],
    ])
    expect(await rowsOf(bytes)).toEqual([
      [
        ['№', 'Тема & ход', 'Часы'],
        ['Раздел 1', null, null],
        ['1', 'Числа\nи счёт', '2'],
        [null, 'Дроби <1', '1'],
      ],
      [['Д/з']],
    ])
  })

  it('says in words what it cannot read', async () => {
    expect(await rowsOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]))).toContain('старый формат')
    expect(await rowsOf(docx([]))).toContain('нет таблиц')
    expect(await rowsOf(strToU8('PK\u0003\u0004 и ничего'))).toContain('повреждён')
    expect(await rowsOf(zipSync({ 'a.txt': strToU8('a') }))).toContain('не таблица')
    expect(await rowsOf(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1]))).toContain('не таблица')
    expect(await rowsOf(zipSync({ 'xl/workbook.xml': strToU8('<a') }))).toContain('не читается')
    expect(await rowsOf(text('\n;\n'))).toContain('ни одной')
    expect(await rowsOf(text('а;"б\nв'))).toBe('строка 1: открытая кавычка нигде не закрыта')
    const broken = { 'word/document.xml': strToU8('<w:tbl><w:tr></w:tbl>') }
    expect(await rowsOf(zipSync(broken))).toContain('повреждён')
    const typed = { 'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }
    expect(await rowsOf(zipSync(typed))).toContain('повреждён')
  })

  it('takes the commas of a single column for what they are', () => {
    const reading = readSheetText('Предмет\nФизика\nТруд, технология\n')
    expect(reading.ok && reading.sheets[0]?.rows).toEqual([['Предмет'], ['Физика'], ['Труд, технология']])
  })

  it('has an answer for a document with any bytes spoilt', async () => {
    const whole = docx([[['Тема'], ['Дроби'], ['Проценты и доли']]])
    const spoilt = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(spoilt, async (changes) => {
        const bytes = new Uint8Array(whole)
        for (const [at, byte] of changes) bytes[at] = byte
        const reading = await readSheets('a.docx', bytes, readXlsx)
        if (!reading.ok) expect(reading.why).toMatch(/[а-я]/)
      }),
      { numRuns: 300 },
    )
  })

  it('refuses an archive that grows beyond reason without unpacking it, and a sheet of too many rows', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(100_000_001) }, { level: 1 })
    expect(bomb.length).toBeLessThan(2_000_000)
    expect(await rowsOf(bomb)).toContain('слишком много')
    expect(await rowsOf(text('а\n'.repeat(20_001)))).toContain('слишком велик')
    expect(await rowsOf(new Uint8Array(20_000_001))).toContain('20 МБ')
  })
})
