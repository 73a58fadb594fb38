import { describe, expect, it } from 'vitest'
import { readFolder } from '../../src/exchange/read-folder.ts'
import { faultsOf, nextLine, placesOf, sampleFolder, sampleWith } from './sample.ts'

/** The sample with one line added must be refused for that line's column alone, in Russian. */
function refused(file: string, line: string, column: string, words: RegExp): void {
  const faults = faultsOf(sampleWith({ [file]: [line] }))
  expect(placesOf(faults)).toEqual([[file, nextLine(file), column]])
  expect(faults[0]!.why).toMatch(words)
}

const first = 'L-2025-7a-math-2025-09-01-1'

describe('import refuses, naming file, line and column,', () => {
  it('two attendance rows for (lesson, pupil)', () => {
    refused(
      'attendance.csv',
      `${first},p004,Н,,`,
      'pupil',
      /явка ученика «p004» на этом уроке уже записана \(строка 2\)/,
    )
  })

  it('two marks for (lesson, work, pupil)', () => {
    refused(
      'marks.csv',
      `${first},,p006,4,`,
      'mark',
      /уже есть отметка за эту работу на этом уроке \(строка 2\)/,
    )
  })

  it('two period marks for (pupil, subject, period), though they stand in different groups', () => {
    refused('period_marks.csv', '2025-7a,math,,2025-26/1,p001,4', 'mark', /уже есть отметка за «2025-26\/1»/)
    // p006 changed from the first group to the second, whose journal has the mark.
    refused(
      'period_marks.csv',
      '2025-7a,eng,2025-7a-eng1,2025-26/1,p006,4',
      'mark',
      /по предмету «eng» \(строка \d+\)/,
    )
  })

  it('two lessons for (journal, date, bell)', () => {
    refused(
      'lessons.csv',
      'L-new,2025-7a,math,,2025-09-01,1,,,1,1,',
      'bell',
      /стоит урок «L-2025-7a-math-2025-09-01-1» \(строка 2\)/,
    )
    // Another journal's lesson at the same bell is none of its business.
    expect(faultsOf(sampleWith({ 'lessons.csv': ['L-new,2025-7a,pe,,2025-09-01,1,,,1,1,'] }))).toEqual([])
  })

  it('an empty mark', () => {
    refused('marks.csv', `${first},,p001,,`, 'mark', /пустая отметка/)
    refused('period_marks.csv', '2025-7a,geo,,2025-26/3,p001,', 'mark', /пустая отметка/)
  })

  it('an attendance code other than Н and О', () => {
    refused('attendance.csv', `${first},p001,Б,,`, 'code', /«Б» — не из списка: Н, О/)
    refused('attendance.csv', `${first},p001,,,`, 'code', /нет кода/)
  })

  it('a work of another lesson', () => {
    refused('marks.csv', `${first},W-L-2025-7a-math-2025-09-08-1,p001,5,`, 'work', /с другого урока/)
  })

  it('a lesson outside every period', () => {
    refused(
      'lessons.csv',
      'L-new,2025-7a,math,,2025-07-15,1,,,1,1,',
      'date',
      /не входит ни в один учебный период/,
    )
    // Autumn holidays: inside the first half-year, which grade 7 does not live by.
    refused(
      'lessons.csv',
      'L-new,2025-7a,math,,2025-10-28,1,,,1,1,',
      'date',
      /не входит ни в один учебный период/,
    )
  })

  it('a pupil who did not belong to the class on that date', () => {
    // p005 came on 2025-09-23.
    refused(
      'marks.csv',
      `${first},,p005,5,`,
      'pupil',
      /2025-09-01 ученик «p005» не числился в классе «2025-7a»/,
    )
    refused('attendance.csv', `${first},p005,Н,,`, 'pupil', /не числился в классе/)
  })

  it('a pupil who did not belong to the group on that date', () => {
    // p006 left the first group on 2025-09-18, the first day outside.
    const after = 'L-2025-7a-eng1-2025-09-18-3'
    refused(
      'marks.csv',
      `${after},,p006,5,`,
      'pupil',
      /2025-09-18 ученик «p006» не входил в группу «2025-7a-eng1»/,
    )
    refused('attendance.csv', `${after},p006,О,,5`, 'pupil', /не входил в группу/)
    refused('period_marks.csv', '2025-7a,eng,2025-7a-eng2,2025-26/2,p002,5', 'pupil', /не входил в группу/)
  })

  it('a pupil of no class, where something is to be kept with one', () => {
    const pupil = 'p011,Новиков,Пётр,,,'
    for (const [file, line] of [
      ['absence_spans.csv', 'p011,2025-09-01,,Б,'],
      ['pupil_modes.csv', 'p011,home,2025-09-01,'],
      ['group_members.csv', '2025-7a-eng1,p011,,'],
      ['period_marks.csv', '2025-7a,math,,2025-26/1,p011,5'],
    ] as const) {
      const files = sampleWith({
        'pupils.csv': [pupil],
        ...(file === 'pupil_modes.csv' ? {} : { [file]: [line] }),
      })
      if (file === 'pupil_modes.csv') files.set(file, `pupil,mode,from,to\n${line}\n`)
      expect(placesOf(faultsOf(files))).toEqual([
        [file, file === 'pupil_modes.csv' ? 2 : nextLine(file), 'pupil'],
      ])
    }
  })

  it('a broken date', () => {
    refused('pupils.csv', 'p011,Новиков,Пётр,,2011-02-30,', 'born', /даты «2011-02-30» нет в календаре/)
    refused('lessons.csv', 'L-new,2025-7a,math,,2025-02-30,1,,,1,1,', 'date', /нет в календаре/)
    refused('movements.csv', 'p001,2025-7a,left,01.10.2025,,,', 'date', /не как ГГГГ-ММ-ДД/)
  })

  it('an interval that ends before it begins', () => {
    refused('absence_spans.csv', 'p001,2025-09-10,2025-09-09,Б,', 'to', /раньше начала/)
    refused('periods.csv', '2025-26/5,2025-26,quarter,5,2026-05-20,2026-05-10', 'ends', /раньше начала/)
  })

  const duplicates: readonly (readonly [file: string, line: string, column: string])[] = [
    ['school.csv', 'siva,Другая,,,', 'id'],
    ['years.csv', '2025-26,2025-09-01,2026-05-26', 'id'],
    ['periods.csv', '2025-26/1,2025-26,quarter,1,2025-09-01,2025-10-24', 'id'],
    ['holidays.csv', 'Ещё раз,2025-10-25,2025-11-04,', 'starts'],
    ['bells.csv', '1,08:00,08:45', 'number'],
    ['subjects.csv', 'math,Алгебра', 'id'],
    ['staff.csv', 't1,Иванова,Анна,,teacher,', 'id'],
    ['classes.csv', '2025-7a,2025-26,7,Б,t1,', 'id'],
    ['pupils.csv', 'p001,Новиков,Пётр,,,', 'id'],
    ['movements.csv', 'p001,2025-7a,enrolled,2025-09-01,99-у,,', 'date'],
    ['guardians.csv', 'g001,p002,Новикова,Анна,,,,,', 'id'],
    ['groups.csv', '2025-7a-eng1,2025-7a,eng,Ещё раз', 'id'],
    ['group_members.csv', '2025-7a-eng2,p001,,2025-10-01', 'pupil'],
    ['assignments.csv', '2025-7a,math,,t1,6,170,,,,', 'teacher'],
    ['timetable.csv', '2025-7a,math,,1,1,99,,', 'bell'],
    ['plan.csv', '2025-7a,math,,1,2,Другая тема,', 'number'],
    ['lessons.csv', `${first},2025-7a,math,,2025-09-02,5,,,1,1,`, 'id'],
    ['works.csv', `W-L-2025-7a-math-2025-09-08-1,L-2025-7a-math-2025-09-08-1,тест,,1,`, 'id'],
    ['absence_spans.csv', 'p004,2025-09-01,2025-09-07,У,справка', 'from'],
  ]
  it.each(duplicates)('a duplicate in %s: %s', (file, line, column) => {
    refused(file, line, column, /\(строка \d+\): оставьте одну строку/)
  })

  const unknown: readonly (readonly [file: string, line: string, column: string])[] = [
    ['periods.csv', 'x/1,x,quarter,1,2025-09-01,2025-10-24', 'year'],
    ['classes.csv', '2025-7b,x,7,Б,t1,', 'year'],
    ['classes.csv', '2025-7b,2025-26,7,Б,x,', 'class_teacher'],
    ['movements.csv', 'x,2025-7a,enrolled,2025-09-01,,,', 'pupil'],
    ['movements.csv', 'p001,x,moved_in,2025-09-01,,,', 'class'],
    ['guardians.csv', 'g011,x,Новикова,Анна,,,,,', 'pupil'],
    ['groups.csv', 'g,x,eng,Группа', 'class'],
    ['groups.csv', 'g,2025-7a,x,Группа', 'subject'],
    ['group_members.csv', 'x,p001,,', 'group'],
    ['group_members.csv', '2025-7a-eng1,x,,', 'pupil'],
    ['assignments.csv', 'x,math,,t1,,,,,,', 'class'],
    ['assignments.csv', '2025-7a,x,,t1,,,,,,', 'subject'],
    ['assignments.csv', '2025-7a,eng,x,t1,,,,,,', 'group'],
    ['assignments.csv', '2025-7a,math,,x,,,,,,', 'teacher'],
    ['timetable.csv', 'x,math,,6,1,,,', 'class'],
    ['timetable.csv', '2025-7a,x,,6,1,,,', 'subject'],
    ['timetable.csv', '2025-7a,eng,x,6,1,,,', 'group'],
    ['timetable.csv', '2025-7a,math,,6,9,,,', 'bell'],
    ['plan.csv', 'x,math,,1,1,Тема,', 'class'],
    ['plan.csv', '2025-7a,x,,1,1,Тема,', 'subject'],
    ['plan.csv', '2025-7a,eng,x,1,1,Тема,', 'group'],
    ['lessons.csv', 'L-new,x,math,,2025-09-01,1,,,1,1,', 'class'],
    ['lessons.csv', 'L-new,2025-7a,x,,2025-09-01,1,,,1,1,', 'subject'],
    ['lessons.csv', 'L-new,2025-7a,eng,x,2025-09-01,1,,,1,1,', 'group'],
    ['lessons.csv', 'L-new,2025-7a,math,,2025-09-01,9,,,1,1,', 'bell'],
    ['lessons.csv', 'L-new,2025-7a,math,,2025-09-01,2,,,1,1,x', 'teacher'],
    ['works.csv', 'W-new,x,тест,,,', 'lesson'],
    ['works.csv', `W-new,${first},тест,,,x`, 'retake_of'],
    ['marks.csv', 'x,,p001,5,', 'lesson'],
    ['marks.csv', `${first},x,p001,5,`, 'work'],
    ['marks.csv', `${first},,x,5,`, 'pupil'],
    ['attendance.csv', 'x,p001,Н,,', 'lesson'],
    ['attendance.csv', `${first},x,Н,,`, 'pupil'],
    ['absence_spans.csv', 'x,2025-09-01,,Б,', 'pupil'],
    ['period_marks.csv', 'x,math,,2025-26/1,p001,5', 'class'],
    ['period_marks.csv', '2025-7a,x,,2025-26/1,p001,5', 'subject'],
    ['period_marks.csv', '2025-7a,eng,x,2025-26/2,p001,5', 'group'],
    ['period_marks.csv', '2025-7a,math,,2025-26/9,p001,5', 'period'],
    ['period_marks.csv', '2025-7a,math,,2025-26/1,x,5', 'pupil'],
  ]
  it.each(unknown)('an unknown id in %s: %s', (file, line, column) => {
    const faults = faultsOf(sampleWith({ [file]: [line] }))
    const own = faults.filter((fault) => fault.column === column)
    expect(placesOf(own)).toEqual([[file, nextLine(file), column]])
    expect(own[0]!.why).toMatch(/«(x|9|2025-26\/9)» нет ни в \w+\.csv, ни в школе/)
    expect(faults.every((fault) => fault.line === nextLine(file))).toBe(true)
  })

  it('a group of another class or subject', () => {
    refused(
      'lessons.csv',
      'L-new,2025-7a,math,2025-7a-eng1,2025-09-01,2,,,1,1,',
      'group',
      /а не того, что в строке/,
    )
  })

  it('malformed numbers, words and times', () => {
    refused('bells.csv', '7,8:00,14:45', 'starts', /не как ЧЧ:ММ/)
    refused('works.csv', `W-new,${first},тест,,5,`, 'weight', /не число от 0 до 4/)
    refused('lessons.csv', 'L-new,2025-7a,math,,2025-09-01,2,,,да,1,', 'held', /не 1 и не 0/)
    refused('staff.csv', 't99,Иванова,Анна,,teacher director,', 'roles', /«director» — не из списка/)
    refused('periods.csv', 'q,2025-26,semester,1,2025-09-01,2025-10-24', 'kind', /quarter, half/)
    refused('plan.csv', '2025-7a,math,,1.5,1,Тема,', 'number', /не целое число/)
    refused('marks.csv', `${first},,p001,5+,`, 'mark', /не из списка/)
    refused('attendance.csv', `${first},p001,Н,,5`, 'minutes', /только при опоздании/)
    refused('subjects.csv', `x,${'я'.repeat(201)}`, 'name', /длиннее 200 знаков/)
    refused('subjects.csv', '"x,y",Предмет', 'id', /содержит запятую/)
    refused('subjects.csv', ',Предмет', 'id', /не заполнено/)
  })

  it('every fault of a folder at once, in reading order, and none that only follows from another', () => {
    const files = sampleWith({
      'attendance.csv': ['x,p001,Н,,'],
      'pupils.csv': ['p011,Новиков,Пётр,,2011-02-30,'],
      'movements.csv': ['p011,2025-7a,enrolled,2025-13-01,,,'],
      'marks.csv': [`${first},,p011,5,`, `${first},,p001,,`],
      'group_members.csv': ['2025-7a-eng1,p011,,'],
    })
    expect(placesOf(faultsOf(files))).toEqual([
      ['pupils.csv', nextLine('pupils.csv'), 'born'],
      ['movements.csv', nextLine('movements.csv'), 'date'],
      ['marks.csv', nextLine('marks.csv') + 1, 'mark'],
      ['attendance.csv', nextLine('attendance.csv'), 'lesson'],
    ])
  })

  it('a file that is no UTF-8, by the line and column of the first broken letter', () => {
    const files = new Map<string, string | Uint8Array>(sampleFolder())
    const text = new TextEncoder().encode('id,name\nart,Рисование\nmus,')
    files.set('subjects.csv', new Uint8Array([...text, 0xcc, 0xf3, 0xe7, 0x0a]))
    const faults = faultsOf(files)
    expect(placesOf(faults)).toEqual([['subjects.csv', 3, 'name']])
    expect(faults[0]!.why).toMatch(/не в UTF-8/)
  })

  it('a file whose quotes or fields do not add up', () => {
    const subjects = (text: string) =>
      placesOf(faultsOf(new Map([...sampleFolder(), ['subjects.csv', text]])))
    expect(subjects('id,name\nmath,"Математика\nrus,Русский\n')).toEqual([['subjects.csv', 2, '']])
    expect(subjects('id,name\nmath,Матем"атика\n')).toEqual([['subjects.csv', 2, '']])
    expect(subjects('id,name\nmath,"Матем"атика\n')).toEqual([['subjects.csv', 2, '']])
    const short = faultsOf(sampleWith({ 'marks.csv': [`${first},,p001`, `${first},,p001,5,,лишнее`] }))
    expect(placesOf(short)).toEqual([
      ['marks.csv', nextLine('marks.csv'), ''],
      ['marks.csv', nextLine('marks.csv') + 1, ''],
    ])
    expect(short[0]!.why).toBe('полей 3, а столбцов 5: проверьте запятые и кавычки')
  })

  it('a misspelt, missing or doubled column and a misspelt file', () => {
    const bells = (header: string) =>
      faultsOf(new Map([...sampleFolder(), ['bells.csv', `${header}\n1,08:30,09:15\n`]]))
    expect(placesOf(bells('number,start,ends'))).toEqual([['bells.csv', 1, 'start']])
    expect(bells('number,start,ends')[0]!.why).toMatch(/«starts»/)
    expect(placesOf(bells('number,ends,ends'))).toEqual([
      ['bells.csv', 1, 'starts'],
      ['bells.csv', 1, 'ends'],
    ])
    const files = sampleFolder()
    files.set('attendence.csv', files.get('attendance.csv')!)
    files.delete('attendance.csv')
    expect(placesOf(faultsOf(files))).toEqual([['attendence.csv', 0, '']])
  })

  it('a folder of another school', () => {
    const reading = readFolder(sampleFolder(), undefined, 'ocher')
    expect(reading.ok ? [] : placesOf(reading.faults)).toEqual([['school.csv', 2, 'id']])
    expect(readFolder(sampleFolder(), undefined, 'siva').ok).toBe(true)
  })
})
