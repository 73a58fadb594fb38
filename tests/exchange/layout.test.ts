import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { attributeSpec } from '../../src/domain/ledger/attributes.ts'
import { assertionsOf } from '../../src/exchange/assertions.ts'
import { columnsOf, fileOf, tableNames } from '../../src/exchange/layout.ts'
import { readFolder } from '../../src/exchange/read-folder.ts'
import { folderOf, sampleFolder, sampleWith } from './sample.ts'

describe('the layout', () => {
  it('has the files and columns of the sample in its order', () => {
    for (const [file, text] of sampleFolder()) {
      const table = tableNames.find((name) => fileOf(name) === file)!
      const header = text.split(/\r?\n/)[0]!.split(',')
      const columns = columnsOf(table).map(([name]) => name)
      expect(columns.filter((name) => header.includes(name))).toEqual(header)
    }
  })

  it('takes no text that the ledger would refuse, at its longest', () => {
    const long = (max: number) => 'Я'.repeat(max)
    const lesson = `L${long(399)}`
    const files = sampleWith({
      'holidays.csv': [`${long(120)},2026-02-16,2026-02-22,${long(60)}`],
      'subjects.csv': [`${long(120)},${long(200)}`],
      'staff.csv': [`${long(120)},${long(80)},${long(80)},${long(80)},,${long(200)}`],
      'pupils.csv': [
        `p,${long(80)},${long(80)},${long(80)},2011-02-28,${long(10)}`,
        `q,${long(80)},${long(80)},${long(80)},,`,
      ],
      'movements.csv': [`p,c,enrolled,2025-09-01,${long(40)},2025-09-01,${long(200)}`],
      'guardians.csv': [
        `${long(120)},p,${long(80)},${long(80)},${long(80)},${long(60)},${long(60)},${long(200)},2025-09-01`,
      ],
      'groups.csv': [`${long(120)},c,${long(120)},${long(120)}`],
      'group_members.csv': [`${long(120)},p,2025-09-01,2025-09-02`],
      'assignments.csv': [`c,${long(120)},${long(120)},t1,100,5000,2025-09-01,2025-09-02,credit,year`],
      'plan.csv': [`c,${long(120)},,2000,1000,${long(1000)},${long(2000)}`],
      'lessons.csv': [`${lesson},c,${long(120)},,2025-09-01,1,${long(1000)},${long(2000)},1,1,${long(120)}`],
      'works.csv': [`${long(400)},${lesson},${long(80)},${long(200)},4,W-L-2025-7a-math-2025-09-08-1`],
      'marks.csv': [`${lesson},,p,.,${long(500)}`],
      'attendance.csv': [`${lesson},p,О,Б,300`],
      'absence_spans.csv': [`p,2025-09-01,2025-09-02,Б,${long(200)}`],
      'pupil_modes.csv': ['p,family,2025-09-01,2025-09-02'],
      'period_marks.csv': [`c,${long(120)},,2025-26/final,p,незач`],
    })
    const whole = folderOf({
      'classes.csv': ['2025-7a,2025-26,7,А,t1,', `c,2025-26,12,${long(20)},${long(120)},2025-09-01`],
      'timetable.csv': [`c,${long(120)},,7,1,${long(60)},,,odd`],
    })
    for (const [file, text] of whole) files.set(file, text)
    files.set(
      'school.csv',
      `id,name,short_name,region,timezone\ns,${long(300)},${long(120)},${long(120)},${long(60)}\n`,
    )
    const reading = readFolder(files)
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
    const assertions = assertionsOf(reading.tables)
    expect(new Set(assertions.map(({ row }) => row.table))).toEqual(new Set(tableNames))
    for (const { attribute, value, row } of assertions)
      if (value !== null)
        expect([row, v.safeParse(attributeSpec(attribute).value, value).issues]).toEqual([row, undefined])
  })
})
