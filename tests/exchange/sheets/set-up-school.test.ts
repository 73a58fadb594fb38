import { describe, expect, it } from 'vitest'
import { layPlan } from '../../../src/domain/journal/plan-layout.ts'
import { clashes } from '../../../src/domain/school/clashes.ts'
import { yearTemplate } from '../../../src/domain/school/year-template.ts'
import { emptyTables } from '../../../src/exchange/known.ts'
import { findHeader } from '../../../src/exchange/sheets/header.ts'
import { readClasses } from '../../../src/exchange/sheets/read-classes.ts'
import { readPlan } from '../../../src/exchange/sheets/read-plan.ts'
import { readPupils } from '../../../src/exchange/sheets/read-pupils.ts'
import { readSheetText } from '../../../src/exchange/sheets/read-sheets.ts'
import { readStaff } from '../../../src/exchange/sheets/read-staff.ts'
import { readSubjects } from '../../../src/exchange/sheets/read-subjects.ts'
import { findTimetableShape, readTimetable } from '../../../src/exchange/sheets/read-timetable.ts'
import { findWorkloadShape, readWorkload } from '../../../src/exchange/sheets/read-workload.ts'
import type { Sheet } from '../../../src/exchange/sheets/sheet.ts'
import {
  classesTarget,
  planTarget,
  pupilsTarget,
  staffTarget,
  subjectsTarget,
} from '../../../src/exchange/sheets/targets.ts'
import type { ExchangeTables } from '../../../src/exchange/tables.ts'
import { writeFolder } from '../../../src/exchange/write-folder.ts'
import { SchoolLedger } from '../school-ledger.ts'

function pasted(...lines: string[]): Sheet {
  const reading = readSheetText(lines.map((line) => line.replaceAll(' | ', '\t')).join('\n'))
  if (!reading.ok) throw new Error(reading.why)
  return reading.sheets[0]!
}

/** The files of a school of two classes, in the order in which it is set up. */
const files = {
  subjects: pasted('Предметы', 'Математика', 'Физика', 'Английский язык'),
  staff: pasted(
    '№ | ФИО | Должность',
    '1 | Трефилова Светлана Олеговна | учитель',
    '2 | ЁЛКИН ПЁТР СЕМЁНОВИЧ | директор, учитель',
  ),
  classes: pasted('Класс | Кл. руководитель', '7A | Трефилова С.О.', '7Б | Елкин П.С.'),
  pupils: pasted(
    'ФИО | Класс | Дата рождения | ФИО матери',
    'Белов Иван | 7А | 05.05.2013 | Белова Анна',
    'Сомов Олег | 7 «б» | 41338 | ',
  ),
  workload: pasted(
    'Учитель | Предмет | 7А | 7Б',
    'Трефилова С.О. | Мат | 2 | 2',
    ' | Англ | 1/1 | ',
    'Елкин П.С. | Физика | 1 | 1',
  ),
  timetable: pasted(
    'День | Урок | 7А | 7Б',
    'Пн | 1 | Мат 12 | Физ',
    ' | 2 | Физ | Мат 12',
    'Вт | 1 | Мат | Мат',
    ' | 2 | Англ | ',
  ),
  plan: pasted('№ | Тема | Часы', '1 | Повторение | 4', '2 | Дроби | 40', '3 | Углы | 30'),
}

describe('a school set up from its files', () => {
  const ledger = new SchoolLedger()
  let count = 0
  const context = () => ({
    known: ledger.export().tables,
    year: { id: '2026-27', starts: '2026-09-01' },
    today: '2026-08-20',
    newId: (table: string) => `${table}-${++count}`,
  })
  /** Hands tables to the ordinary import; the number of entries written. */
  const take = (tables: Partial<ExchangeTables> | undefined) =>
    tables && ledger.import(writeFolder({ ...emptyTables(), ...tables }))

  it('goes through the ordinary import step by step, and changes nothing when repeated', () => {
    const { year, periods, holidays, bells } = yearTemplate(2026)
    const quarters = periods.filter(
      (period): period is typeof period & { kind: 'quarter' | 'half' } => period.kind !== 'trimester',
    )
    const steps = [
      () => ({
        school: [{ id: 'school', name: 'Школа № 5' }],
        years: [year],
        periods: quarters,
        holidays,
        bells: bells[0]!.bells,
      }),
      () => readSubjects(files.subjects, findHeader(files.subjects, subjectsTarget), context()).tables,
      () => readStaff(files.staff, findHeader(files.staff, staffTarget), context()).tables,
      () => readClasses(files.classes, findHeader(files.classes, classesTarget), context()).tables,
      () => readPupils(files.pupils, findHeader(files.pupils, pupilsTarget), context()).tables,
      () => readWorkload(files.workload, findWorkloadShape(files.workload, context()), context()).tables,
      () => readTimetable(files.timetable, findTimetableShape(files.timetable, context()), context()).tables,
    ]
    for (const step of steps) expect(take(step())).toBeGreaterThan(0)
    for (const step of steps) expect(take(step())).toBe(0)
    expect(ledger.export().tables.pupils.map(({ last_name, born }) => `${last_name} ${born}`)).toEqual([
      'Белов 2013-05-05',
      'Сомов 2013-03-05',
    ])
  })

  it('has the clashes that its timetable has', () => {
    const { school } = ledger.source()
    const name = (id: string) => school.staff.get(id)?.last
    expect(clashes(school).map(({ kind, who, weekday, bell }) => [kind, name(who), weekday, bell])).toEqual([
      ['teacher', 'Трефилова', 2, 1],
      // Both groups have one teacher at one hour.
      ['teacher', 'Трефилова', 2, 2],
    ])
  })

  it('has a plan laid over its year, with the hours that are wanting', () => {
    const { school } = ledger.source()
    const own = [...school.classes.values()].find(({ letter }) => letter === 'А')!
    const maths = [...school.subjects.values()].find(({ name }) => name === 'Математика')!
    const key = { class: own.id, subject: maths.id }
    const { tables } = readPlan(files.plan, findHeader(files.plan, planTarget), key)
    expect(take(tables)).toBe(3)
    const { journals } = ledger.source()
    const { plan, lessons } = journals.get(`${key.class},${key.subject}`)!
    const layout = layPlan({ school, key, plan, lessons, today: '2026-08-25' })
    expect(layout.entries[0]?.places.map(({ date }) => date)).toEqual([
      '2026-09-01',
      '2026-09-07',
      '2026-09-08',
      '2026-09-14',
    ])
    expect(layout.forecast).toBe(layout.places.length)
    expect(layout.shortage).toBe(74 - layout.forecast)
    expect(layout.shortage).toBeGreaterThan(0)
    expect(layout.entries[2]?.state).toBe('unplaced')
  })
})
