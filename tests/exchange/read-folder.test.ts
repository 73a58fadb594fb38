import { describe, expect, it } from 'vitest'
import { readFolder } from '../../src/exchange/read-folder.ts'
import { faultsOf, placesOf, sampleFolder, sampleWith } from './sample.ts'

describe('import takes', () => {
  it('semicolons, a byte order mark and either line break, as Excel writes them, with a decimal comma', () => {
    const plain = readFolder(sampleFolder())
    expect(plain.ok).toBe(true)
    for (const lineBreak of ['\n', '\r\n']) {
      const files = sampleFolder()
      for (const [file, text] of files) {
        const semicolons = text.replaceAll(',', ';').replaceAll('0.5', '0,5')
        files.set(file, `\uFEFF${semicolons.replaceAll(/\r?\n/g, lineBreak)}`)
      }
      expect(readFolder(files)).toEqual(plain)
      const bytes = new Map([...files].map(([file, text]) => [file, new TextEncoder().encode(text)]))
      expect(readFolder(bytes)).toEqual(plain)
    }
  })

  it('blank lines, a lonely header, an empty and an absent file, unknown columns and files with a note', () => {
    const files = sampleFolder()
    files.set('bells.csv', 'number,starts,ends,цвет\n\n1,08:30,09:15,синий\n,,,\n')
    files.set('timetable.csv', 'class,subject,group,weekday,bell\n')
    files.set('plan.csv', '')
    files.delete('guardians.csv')
    files.set('canteen.csv', 'a\n')
    files.set('README.md', 'text')
    for (const file of ['lessons.csv', 'works.csv', 'marks.csv', 'attendance.csv']) files.delete(file)
    const reading = readFolder(files)
    expect(reading.ok && reading.tables.bells).toEqual([{ number: 1, starts: '08:30', ends: '09:15' }])
    expect(reading.ok && reading.notes).toEqual([
      'canteen.csv: такого файла в формате нет, он пропущен',
      'bells.csv: столбца «цвет» в формате нет, он пропущен',
    ])
  })

  it('a period mark of a time before the pupil came, a year mark, and several spans from one day', () => {
    const files = sampleWith({
      'period_marks.csv': ['2025-7a,math,,2025-26/year,p001,5', '2025-7a,math,,2025-26/exam,p001,5'],
      'movements.csv': ['p011,2025-7a,arrived,2025-11-10,,,Очёр'],
      'pupils.csv': ['p011,Новиков,Пётр,,,'],
      'absence_spans.csv': ['p004,2025-09-01,2025-09-02,У,', 'p004,2025-09-01,2025-09-02,У,заявление'],
    })
    files.set('period_marks.csv', `${files.get('period_marks.csv')}2025-7a,math,,2025-26/1,p011,4\n`)
    expect(faultsOf(files)).toEqual([])
  })

  it('line numbers past quoted line breaks', () => {
    const files = sampleFolder()
    files.set('bells.csv', '"number","starts","ends"\r\n1,08:30,09:15\r\n')
    files.set(
      'holidays.csv',
      'name,starts,ends\r\n"Осень\r\nи ещё\nстрока",2025-10-25,2025-11-04\r\n\r\nЗима,x,2026-01-11\r\n',
    )
    for (const file of ['timetable.csv', 'lessons.csv', 'works.csv', 'marks.csv', 'attendance.csv'])
      files.delete(file)
    expect(placesOf(faultsOf(files))).toEqual([['holidays.csv', 6, 'starts']])
  })
})
