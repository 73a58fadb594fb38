import { strToU8, unzipSync, zipSync } from 'fflate'
import readXlsxFile from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { readSheets, sheetLimits, type XlsxReader } from '../../../src/exchange/sheets/read-sheets.ts'
import { tableXlsx } from '../../../src/exchange/table-xlsx.ts'

const readXlsx: XlsxReader = (file) => readXlsxFile(Buffer.from(file))
const neverRead: XlsxReader = () => Promise.reject(new Error('was handed to the reader'))
const namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const sheetXml = 'xl/worksheets/sheet1.xml'

const workbook = unzipSync(
  await tableXlsx({
    title: 'Список',
    subtitle: '7А',
    columns: [{ title: 'ФИО' }],
    rows: [['Ёлкина Анна']],
    totals: [],
    footnotes: [],
  }),
)
const sheet = (rows: string, before = '') =>
  strToU8(`<?xml version="1.0"?>${before}<worksheet ${namespace}><sheetData>${rows}</sheetData></worksheet>`)
const withParts = (parts: Record<string, Uint8Array>) => zipSync({ ...workbook, ...parts })
const withRows = (rows: string) => withParts({ [sheetXml]: sheet(rows) })

async function said(bytes: Uint8Array, reader = neverRead): Promise<string> {
  const reading = await readSheets('файл.xlsx', bytes, reader)
  return reading.ok ? JSON.stringify(reading.sheets.map(({ rows }) => rows)) : reading.why
}

/** The sizes that a zip archive says its files unpack to, all set to one number. */
function claiming(archive: Uint8Array, size: number): Uint8Array {
  const bytes = new Uint8Array(archive)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at + 4 < bytes.length; at++) {
    const signature = view.getUint32(at, true)
    if (signature === 0x04034b50) view.setUint32(at + 22, size, true)
    else if (signature === 0x02014b50) view.setUint32(at + 24, size, true)
  }
  return bytes
}

/** An archive whose directory names its only file so many times: as many unpackings of the same bytes. */
function repeated(archive: Uint8Array, times: number): Uint8Array {
  const bytes = Buffer.from(archive)
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  const start = bytes.readUInt32LE(end + 16)
  const entry = bytes.subarray(start, end)
  const tail = Buffer.from(bytes.subarray(end))
  tail.writeUInt16LE(times, 8)
  tail.writeUInt16LE(times, 10)
  tail.writeUInt32LE(entry.length * times, 12)
  return Buffer.concat([bytes.subarray(0, start), ...Array.from({ length: times }, () => entry), tail])
}

describe('archives that unpack to more than they are', () => {
  it('a size that is claimed is believed where it is too large, and never exceeded where it is too small', async () => {
    expect(await said(claiming(zipSync(workbook), 0x7fffffff))).toContain('слишком много')
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(50_000_000).fill(32) })
    expect(bomb.length).toBeLessThan(60_000)
    expect(await said(claiming(bomb, 10))).toMatch(/повреждён|нет таблиц/)
  })

  it('a file named a thousand times counts a thousand times', async () => {
    const one = zipSync({ 'xl/workbook.xml': new Uint8Array(1_000_000) })
    const bomb = repeated(one, 1_000)
    expect(bomb.length).toBeLessThan(100_000)
    expect(await said(bomb)).toContain('слишком много')
  })
})

describe('workbooks of a few bytes that fill the memory', () => {
  it('one cell at the far end, or beyond it, is not read up to', async () => {
    for (const cell of ['XFD20000', 'XFD1048576', 'ZZZZZZZZ1', 'A99999999999'])
      expect(await said(withRows(`<row><c r="${cell}"><v>1</v></c></row>`))).toContain('слишком велик')
    expect(await said(withRows('<row r="99999999999"/>'))).toContain('слишком велик')
  })

  it('nor are many sheets that are each as large as one may be, wherever they lie', async () => {
    const rows = `<row><c r="ZZ7000"><v>1</v></c></row>`
    expect(702 * 7_000).toBeLessThan(sheetLimits.cells)
    expect(await said(withParts({ 'xl/a.xml': sheet(rows), 'elsewhere/b.xml': sheet(rows) }))).toContain(
      'слишком велик',
    )
  })

  it('a formatted cell far below a list, as spreadsheets leave behind, does no harm', async () => {
    const list = '<row r="1"><c r="A1"><v>5</v></c></row><row r="1048576"><c r="A1048576" s="1"/></row>'
    expect(await said(withRows(list), readXlsx)).toBe('[[[5]]]')
  })

  it('a Word table of spans', async () => {
    const row = `<w:tr>${'<w:tc><w:gridSpan w:val="63"/></w:tc>'.repeat(100)}</w:tr>`
    const xml = strToU8(`<w:tbl>${row.repeat(2_000)}</w:tbl>`)
    expect(100 * 63 * 2_000).toBeGreaterThan(10_000_000)
    expect(await said(zipSync({ 'word/document.xml': xml }))).toContain('повреждён')
    const wide = strToU8(`<w:tbl><w:tr>${'<w:gridBefore w:val="63"/>'.repeat(100_000)}</w:tr></w:tbl>`)
    expect(await said(zipSync({ 'word/document.xml': wide }))).toContain('повреждён')
  })
})

describe('what a file would have us fetch or run', () => {
  const types = [
    '<!DOCTYPE a [<!ENTITY b "boom">]>',
    '<!DOCTYPE a SYSTEM "http://evil.example/a.dtd">',
    '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
    `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>`,
  ]
  const cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>'

  it('a document type, with entities or of another address, is refused in every part of a workbook', async () => {
    for (const type of types) {
      expect(await said(withParts({ [sheetXml]: sheet(cell, type) }))).toContain('не читается')
      expect(await said(withParts({ 'xl/sharedStrings.xml': sheet(cell, type) }))).toContain('не читается')
    }
  })

  it('and in a Word document, whose other parts are not even unpacked', async () => {
    const table = '<w:tbl><w:tr><w:tc><w:p><w:t>Тема</w:t></w:p></w:tc></w:tr></w:tbl>'
    for (const type of types)
      expect(await said(zipSync({ 'word/document.xml': strToU8(type + table) }))).toContain('повреждён')
    const relations = strToU8('<!DOCTYPE a SYSTEM "http://evil.example/t.dotm"><a TargetMode="External"/>')
    const whole = { 'word/document.xml': strToU8(table), 'word/_rels/document.xml.rels': relations }
    expect(await said(zipSync(whole))).toBe('[[["Тема"]]]')
  })

  it('macros of an .xlsm stay where they are: the table is read', async () => {
    const macros = withParts({ 'xl/vbaProject.bin': new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]) })
    expect(JSON.parse(await said(macros, readXlsx))[0].slice(0, 2)).toEqual([['ФИО'], ['Ёлкина Анна']])
  })

  it('of a formula the value that was stored is read, never the formula', async () => {
    const formula = '<row r="1"><c r="A1"><f>WEBSERVICE("http://evil.example")</f><v>7</v></c></row>'
    expect(await said(withRows(formula), readXlsx)).toBe('[[[7]]]')
  })
})
