import { describe, expect, it } from 'vitest'
import { type DutySource, dutiesOf } from '../../../src/domain/duties/duties.ts'
import { inTime } from '../../../src/domain/duties/duty.ts'
import type { DutyRecords } from '../../../src/domain/duties/duty-records.ts'
import { splitSubjects } from '../../../src/domain/duties/group-gaps.ts'
import { isWorkingDay, papersDue } from '../../../src/domain/duties/working-day.ts'
import type { FamilyView } from '../../../src/domain/school/family-view.ts'
import { emptySchool } from '../../../src/domain/school/school-view.ts'
import { classOf, type SmallSchool, smallSchool } from '../reports/small-school.ts'

const nothing: DutyRecords = {
  weeks: new Map(),
  done: new Map(),
  papers: new Map(),
  acquainted: new Map(),
}
const family = (over: Partial<FamilyView> = {}): FamilyView => ({
  guardians: [],
  address: undefined,
  consents: new Map(),
  rights: new Map(),
  checks: new Map(),
  informed: [],
  sendings: [],
  ...over,
})

function duties(today: string, over: Partial<DutySource> = {}, spec: Partial<SmallSchool> = {}) {
  const source = smallSchool({ classes: { '7а': { pupils: ['А', 'Б'] } }, ...spec })
  return dutiesOf({
    source,
    schoolClass: classOf(source, '7а'),
    records: nothing,
    families: new Map(),
    gaps: () => ({ left: 0, of: 0 }),
    person: 't',
    today,
    ...over,
  })
}

describe('duties of a class teacher', () => {
  it('ask for each week of the period that runs, open to its Sunday, then overdue, done when signed', () => {
    // The first quarter begins on Monday 1 September; today is Tuesday of its third week.
    const weeks = (records: DutyRecords) =>
      duties('2025-09-16', { records })
        .filter(({ kind }) => kind === 'reconcile')
        .map(({ term, due, state }) => `${term} ${due} ${state}`)
    expect(weeks(nothing)).toEqual([
      '2025-09-01 2025-09-06 overdue',
      '2025-09-08 2025-09-13 overdue',
      '2025-09-15 2025-09-20 open',
    ])
    const signed = { date: '2025-09-06', open: 0, revision: 'ab12-cd34' }
    expect(weeks({ ...nothing, weeks: new Map([['2025-09-01', signed]]) })[0]).toBe(
      '2025-09-01 2025-09-06 done',
    )
  })

  it('count the families not told for two weeks', () => {
    const told = (to: string) => family({ informed: [{ from: '2025-09-01', to, how: 'paper' }] })
    const inform = (families: DutySource['families'], today = '2025-09-20') =>
      duties(today, { families }).find(({ kind }) => kind === 'inform')
    // Nobody told since the day before the year: due 14 September.
    expect(inform(new Map())).toMatchObject({ left: 2, of: 2, due: '2025-09-14', state: 'overdue' })
    expect(inform(new Map([['А', told('2025-09-12')]]))).toMatchObject({ left: 1, of: 2 })
    const both = new Map([
      ['А', told('2025-09-12')],
      ['Б', told('2025-09-10')],
    ])
    expect(inform(both)).toMatchObject({ left: 0, state: 'ahead', due: '2025-09-24' })
  })

  it('ask for a look at who reads the diary a week after the last one', () => {
    const monitor = (looks: Record<string, string>, today: string) =>
      duties(today, {
        records: {
          ...nothing,
          done: new Map(
            Object.entries(looks).map(([name, date]) => [name, { date, accepted: undefined }] as const),
          ),
        },
      }).find(({ kind }) => kind === 'monitor')
    // Nobody looked since the year began on 1 September: due the 8th.
    expect(monitor({}, '2025-09-07')).toMatchObject({ due: '2025-09-08', state: 'ahead' })
    expect(monitor({}, '2025-09-08')).toMatchObject({ due: '2025-09-08', state: 'open' })
    expect(monitor({}, '2025-09-09')).toMatchObject({ due: '2025-09-08', state: 'overdue' })
    // The latest look counts, whatever other duty was done later.
    const looks = {
      '5.2.9,2025-09-01': '2025-09-03',
      '5.2.9,2025-09-08': '2025-09-10',
      '5.2.4,2025-09-15': '2025-09-18',
    }
    expect(monitor(looks, '2025-09-18')).toMatchObject({ due: '2025-09-17', state: 'overdue' })
  })

  it('ask for the monthly check until every pupil has its stamp', () => {
    const check = (families: DutySource['families']) =>
      duties('2025-10-02', { families }).find(({ kind, term }) => kind === 'check' && term === '2025-09')
    const checked = family({ checks: new Map([['2025-09', '2025-09-24']]) })
    expect(check(new Map([['А', checked]]))).toMatchObject({ left: 1, of: 2, state: 'overdue' })
    const both = new Map([
      ['А', checked],
      ['Б', family({ checks: new Map([['2025-09', '2025-09-29']]) })],
    ])
    expect(check(both)).toMatchObject({ left: 0, state: 'done', doneOn: '2025-09-29' })
  })

  it('ask for the papers of a period on the fourth day of the holidays, and for none in grade 1', () => {
    // The small school has no holidays: the fourth day after 24 October is Tuesday the 28th.
    const ofPeriod = (today: string, spec?: Partial<SmallSchool>) =>
      duties(today, {}, spec)
        .filter(({ term, kind }) => term === '2025-26/1' && kind !== 'groups')
        .map(({ kind, report, due, state }) => `${report ?? kind} ${due} ${state}`)
    expect(ofPeriod('2025-10-28')).toEqual([
      'class-teacher-preliminary 2025-10-17 overdue',
      'paper 2025-10-28 open',
      'class-teacher 2025-10-28 open',
      'movement 2025-10-28 open',
      'results 2025-10-28 open',
      'summary-attendance 2025-10-28 open',
      'summary-marks 2025-10-28 open',
    ])
    expect(ofPeriod('2025-10-20')).toContain('paper 2025-10-28 ahead')
    const first = { classes: { '7а': { pupils: ['А'], grade: 1 } } }
    expect(ofPeriod('2025-10-28', first).some((line) => line.startsWith('paper'))).toBe(false)
  })

  it('count duties done in time', () => {
    const signed = (date: string) => ({ date, open: 0, revision: '' })
    const weeks = new Map([
      ['2025-09-01', signed('2025-09-07')],
      ['2025-09-08', signed('2025-09-30')],
    ])
    const some = duties('2025-09-23', { records: { ...nothing, weeks } }).filter(
      ({ kind }) => kind === 'reconcile',
    )
    // Of three weeks that are over one was signed in time; the one that runs is not asked for yet.
    expect(inTime(some)).toEqual({ inTime: 1, of: 3 })
  })
})

describe('days on which papers are due', () => {
  const winter = { starts: '2025-12-31', ends: '2026-01-11' }
  it('pass over weekends and public holidays', () => {
    expect(isWorkingDay(emptySchool, '2025-11-03')).toBe(false)
    expect(isWorkingDay(emptySchool, '2025-11-05')).toBe(true)
    expect(isWorkingDay(emptySchool, '2025-11-01')).toBe(true)
    // The fourth day of the winter holidays is 3 January; 8 January is the last of the New Year,
    // the 9th was moved there, so the first working one is Monday the 12th.
    expect(papersDue({ ...emptySchool, holidays: [winter] }, { ends: '2025-12-30' })).toBe('2026-01-12')
    const autumn = { starts: '2025-10-25', ends: '2025-11-02' }
    expect(papersDue({ ...emptySchool, holidays: [autumn] }, { ends: '2025-10-24' })).toBe('2025-10-28')
  })
})

describe('groups', () => {
  it('name who is in none and who is in two of a split subject', () => {
    const group = (id: string, subject: string) => [id, { id, class: '7а', subject, name: id }] as const
    const source = smallSchool({
      classes: {
        '7а': {
          pupils: ['А', 'Б', 'В'],
          members: [
            { group: 'e1', pupil: 'А' },
            { group: 'e1', pupil: 'Б' },
            { group: 'e2', pupil: 'Б' },
            { group: 'e2', pupil: 'В', to: '2025-09-10' },
          ],
        },
      },
    })
    const school = { groups: new Map([group('e1', 'eng'), group('e2', 'eng'), group('c1', 'chess')]) }
    const at = (date: string) =>
      splitSubjects(school, '7а', source.classes.get('7а')!, date).map(({ subject, nowhere, twice }) => ({
        subject,
        nowhere,
        twice,
      }))
    expect(at('2025-09-09')).toEqual([{ subject: 'eng', nowhere: [], twice: ['Б'] }])
    expect(at('2025-09-10')).toEqual([{ subject: 'eng', nowhere: ['В'], twice: ['Б'] }])
  })
})
