import { describe, expect, it } from 'vitest'
import { schoolDocument } from '../../../src/domain/ledger/documents.ts'
import { bellsOf } from '../../../src/domain/school/bells.ts'
import { isSchoolDay, timetableDay } from '../../../src/domain/school/calendar.ts'
import { emptySchool } from '../../../src/domain/school/school-view.ts'
import { yearTemplate } from '../../../src/domain/school/year-template.ts'
import {
  draftOfSchool,
  draftOfTemplate,
  faultsOf,
  yearEntries,
} from '../../../src/screens/office/setup/year-draft.ts'
import { SchoolLedger } from '../../exchange/school-ledger.ts'

const twoShifts = { division: 'trimesters', saturdays: true, shifts: 2 } as const

describe('a year from a template', () => {
  it('is written whole, read back the same, and writing it again writes nothing', () => {
    const ledger = new SchoolLedger()
    const draft = draftOfTemplate(yearTemplate(2025, twoShifts))
    expect(faultsOf(draft)).toEqual([])
    ledger.append(schoolDocument, yearEntries(draft, emptySchool))
    const { school } = ledger.source()
    expect(school.years).toEqual([draft.year])
    expect(school.periods.filter(({ kind }) => kind === 'trimester')).toHaveLength(3)
    expect(yearEntries(draftOfSchool(school, '2025-26')!, school)).toEqual([])
    // The order of 2025 made Saturday, 1 November a working day by Monday's timetable.
    expect(timetableDay(school, '2025-11-01')).toBe(1)
    // Grade 1 has lessons of 35 minutes until the end of December, the second shift begins at 14:00.
    expect(bellsOf(school, { grade: 1, shift: 1 }, '2025-12-30')[0]?.ends).toBe('09:05')
    expect(bellsOf(school, { grade: 1, shift: 1 }, '2026-01-12')[0]?.ends).toBe('09:10')
    expect(bellsOf(school, { grade: 6, shift: 2 }, '2025-09-03')[0]?.starts).toBe('14:00')
  })

  it('loses what is taken out of it: a holiday becomes a school day, particular bells go', () => {
    const ledger = new SchoolLedger()
    ledger.append(schoolDocument, yearEntries(draftOfTemplate(yearTemplate(2026)), emptySchool))
    const { school } = ledger.source()
    const draft = draftOfSchool(school, '2026-27')!
    expect(isSchoolDay(school, '2027-02-23', 5)).toBe(false)
    const changed = {
      ...draft,
      holidays: draft.holidays.filter(({ starts }) => starts !== '2027-02-23'),
      bells: draft.bells.slice(0, 1),
    }
    ledger.append(schoolDocument, yearEntries(changed, school))
    const after = ledger.source().school
    expect(isSchoolDay(after, '2027-02-23', 5)).toBe(true)
    expect(after.bellPlans).toEqual([])
    expect(after.bells).toEqual(school.bells)
    expect(draftOfSchool(after, '2026-27')?.holidays).toHaveLength(draft.holidays.length - 1)
  })

  it('is not saved with a date that is empty or a period outside', () => {
    const draft = draftOfTemplate(yearTemplate(2026))
    const [first, ...others] = draft.periods
    const early = { ...draft, periods: [{ ...first!, starts: '2026-08-01' }, ...others] }
    expect(faultsOf(early)).toEqual([{ kind: 'outside', what: 'period', index: 0 }])
    expect(faultsOf({ ...draft, shortDays: [{ key: 'new', date: '' }] })).toEqual([{ kind: 'empty' }])
  })
})
