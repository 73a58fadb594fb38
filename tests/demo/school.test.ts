import { describe, expect, it } from 'vitest'
import { demoPeople } from '../../server/demo/cast.ts'
import { type DemoSchool, demoSchool } from '../../server/demo/school.ts'
import { journalName } from '../../src/domain/ledger/documents.ts'
import { weekdayOf } from '../../src/domain/school/calendar.ts'
import type { LessonRow } from '../../src/exchange/tables.ts'
import { membership, refusals } from './refusals.ts'

const moments: readonly [name: string, date: string, time: string, seed: number][] = [
  ['a school day at noon', '2026-11-24', '12:20', 1],
  ['a night', '2026-10-13', '23:15', 2],
  ['a Sunday', '2027-02-14', '11:00', 3],
  ['July', '2026-07-15', '12:00', 4],
  ['New Year', '2027-01-01', '00:10', 5],
  ['the first lesson of the year', '2026-09-01', '08:40', 6],
  ['a day of another year', '2029-03-14', '10:30', 7],
]

const classOf = ({ tables }: DemoSchool, name: string) =>
  tables.classes.find((c) => `${c.grade}${c.letter}` === name)!

const share = <T>(of: readonly T[], which: (row: T) => boolean) => of.filter(which).length / of.length

const clock = ({ tables, now }: DemoSchool) => {
  const [date, time] = now.split('T') as [string, string]
  const bell = tables.bells.find(({ starts, ends }) => starts <= time && time < ends)
  return { date, time, bell }
}

const hasEnded = (school: DemoSchool, date: string, bell: number) => {
  const { date: today, time } = clock(school)
  const { ends } = school.tables.bells.find(({ number }) => number === bell)!
  return date < today || (date === today && ends <= time)
}

describe.each(moments)('the demo school on %s', (_, date, time, seed) => {
  const school = demoSchool({ date, time }, seed)
  const { tables } = school
  const { lessons, marks, works, attendance, absence_spans, period_marks } = tables
  const today = clock(school).date
  const belongs = membership(tables)
  const rosterOn = (of: string, day: string) =>
    tables.pupils.filter(({ id }) => belongs(id, { class: of }, day)).length
  const lessonById = new Map(lessons.map((lesson) => [lesson.id, lesson]))
  const held = lessons.filter((lesson) => lesson.held)

  it('would be taken by import', () => {
    expect(refusals(tables)).toEqual([])
  })

  it('is of the size asked for', () => {
    expect(tables.classes).toHaveLength(24)
    expect(tables.staff).toHaveLength(45)
    expect(tables.pupils.length).toBeGreaterThan(540)
    expect(tables.pupils.length).toBeLessThan(575)
    for (const { id, grade, letter } of tables.classes) {
      const size = rosterOn(id, today)
      if (`${grade}${letter}` === '7А') expect(size).toBe(28)
      else if (`${grade}${letter}` === '5А') expect(size).toBe(35)
      else expect(size >= 18 && size <= 27, `${grade}${letter}: ${size}`).toBe(true)
    }
    const long = tables.pupils.find(({ last_name }) => last_name === 'Константинопольская')!
    expect(`${long.first_name} ${long.middle_name}`).toBe('Александра-Вероника Константиновна')
    expect(belongs(long.id, { class: classOf(school, '7А').id }, today)).toBe(true)
  })

  it('names people by their sex, and gives each pupil parents who agreed', () => {
    for (const { id, middle_name, sex } of tables.pupils) {
      expect(middle_name).toMatch(sex === 'м' ? /(ич)$/ : /(вна|чна)$/)
      const own = tables.guardians.filter(({ pupil }) => pupil === id)
      expect(own.length >= 1 && own.length <= 2).toBe(true)
      expect(own.every(({ consent_date }) => consent_date !== undefined && consent_date <= today)).toBe(true)
    }
  })

  it('splits a subject so that every pupil is in exactly one group', () => {
    const wrong: string[] = []
    for (const { id: of } of tables.classes) {
      const subjects = new Set(tables.groups.filter((g) => g.class === of).map((g) => g.subject))
      for (const subject of subjects) {
        const groups = tables.groups.filter((g) => g.class === of && g.subject === subject)
        for (const { id } of tables.pupils) {
          const inClass = belongs(id, { class: of }, today)
          const inGroups = groups.filter((g) => belongs(id, { class: of, group: g.id }, today))
          if (inGroups.length !== (inClass ? 1 : 0))
            wrong.push(`${id} in ${inGroups.length} of ${of} ${subject}`)
        }
      }
    }
    expect(wrong).toEqual([])
  })

  it('has a lesson in 7А now, not opened yet, by the teacher whom it is shown through', () => {
    const { bell } = clock(school)
    const people = demoPeople(school)
    const running = tables.timetable.filter((r) => r.weekday === weekdayOf(today) && r.bell === bell!.number)
    const teachersOf = (rows: typeof running) =>
      rows.flatMap((r) =>
        tables.assignments.filter((a) => journalName(a) === journalName(r)).map((a) => a.teacher),
      )
    const shown = classOf(school, '7А')
    expect(teachersOf(running.filter((r) => r.class === shown.id))).toContain(people.teacher)
    expect(teachersOf(running)).not.toContain(people.substitute)
    expect(people.classTeacher).toBe(shown.class_teacher)
    expect(tables.staff.find(({ id }) => id === people.office)!.roles).toEqual(['office'])
    expect(tables.staff.find(({ id }) => id === people.substitute)!.roles).toContain('teacher')
    expect(lessons.some((l) => l.date === today && l.bell >= bell!.number)).toBe(false)
  })

  it('keeps every lesson that has ended and no other', () => {
    expect(lessons.filter((l) => !hasEnded(school, l.date, l.bell))).toEqual([])
    const slots = new Set(tables.timetable.map((r) => `${journalName(r)} ${r.weekday} ${r.bell}`))
    expect(lessons.every((l) => slots.has(`${journalName(l)} ${weekdayOf(l.date)} ${l.bell}`))).toBe(true)
    const ended = tables.timetable.filter(
      (r) => r.weekday === weekdayOf(today) && hasEnded(school, today, r.bell),
    )
    expect(lessons.filter((l) => l.date === today)).toHaveLength(ended.length)
  })

  it('lets nobody hold two lessons at once', () => {
    const assigned = new Map(tables.assignments.map((a) => [journalName(a), a.teacher]))
    const keys = held.map((l) => `${l.teacher ?? assigned.get(journalName(l))} ${l.date} ${l.bell}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('teaches the plan in order', () => {
    const planned = new Map<string, string[]>()
    for (const row of tables.plan) {
      const key = journalName(row)
      planned.set(key, [...(planned.get(key) ?? []), row.topic])
    }
    const taught = new Map<string, LessonRow[]>()
    for (const lesson of held) {
      const key = journalName(lesson)
      taught.set(key, [...(taught.get(key) ?? []), lesson])
    }
    const wrong = [...taught].flatMap(([journal, list]) => {
      const topics = planned.get(journal)!
      return list.filter(({ topic }, at) => topic !== undefined && topic !== (topics[at] ?? topics.at(-1)))
    })
    expect(wrong).toEqual([])
  })

  it('marks nobody who is absent, and nothing on lessons not held', () => {
    const absent = new Set(attendance.filter((a) => a.code === 'Н').map((a) => `${a.lesson} ${a.pupil}`))
    expect(marks.filter((m) => absent.has(`${m.lesson} ${m.pupil}`))).toEqual([])
    expect([...marks, ...attendance].filter((row) => !lessonById.get(row.lesson)!.held)).toEqual([])
    expect(attendance.filter((row) => !lessonById.get(row.lesson)!.roll_taken)).toEqual([])
  })

  it('gives no marks in grade 1, in grade 2 before its date, in ungraded subjects', () => {
    const classById = new Map(tables.classes.map((c) => [c.id, c]))
    const grading = new Map(tables.assignments.map((a) => [journalName(a), a.grading]))
    const wrong = marks.filter(({ lesson, mark }) => {
      const row = lessonById.get(lesson)!
      const { grade, ungraded_until } = classById.get(row.class)!
      const kind = grading.get(journalName(row))
      const none = grade === 1 || row.date < (ungraded_until ?? '') || kind === 'none'
      return none || mark.includes('зач') !== (kind === 'credit')
    })
    expect(wrong).toEqual([])
  })

  it('gives the period marks that the marks call for, once the period is over', () => {
    const workById = new Map(works.map((work) => [work.id, work]))
    const inPeriod = new Map<string, typeof marks>()
    for (const mark of marks) {
      const { subject, date: day } = lessonById.get(mark.lesson)!
      for (const { id, starts, ends } of tables.periods) {
        if (day < starts || ends < day) continue
        const key = `${mark.pupil} ${subject} ${id}`
        const own = inPeriod.get(key)
        if (own) own.push(mark)
        else inPeriod.set(key, [mark])
      }
    }
    const expected = (key: string) => {
      const own = inPeriod.get(key) ?? []
      const retaken = own.map((m) => workById.get(m.work ?? '')?.retake_of)
      let [sum, weights, count] = [0, 0, 0]
      for (const { work, mark } of own) {
        if (!/^\d$/.test(mark) || (work !== undefined && retaken.includes(work))) continue
        const first = workById.get(workById.get(work ?? '')?.retake_of ?? work ?? '')
        const weight = first?.weight ?? 1
        sum += Number(mark) * weight
        weights += weight
        count++
      }
      if (count < 3) return 'н/а'
      const mean = Math.round((sum / weights) * 100 + 1e-6) / 100
      return mean >= 4.5 ? '5' : mean >= 3.5 ? '4' : mean >= 2.5 ? '3' : '2'
    }
    const over = new Set(tables.periods.filter(({ ends }) => ends < today).map(({ id }) => id))
    expect(new Set(period_marks.map(({ period }) => period))).toEqual(over)
    for (const { pupil, subject, period, mark } of period_marks) {
      const key = `${pupil} ${subject} ${period}`
      if (mark === 'осв') expect(subject === 'pe' && !inPeriod.has(key)).toBe(true)
      else if (subject === 'project') expect(['зач', 'незач']).toContain(mark)
      else expect(mark, key).toBe(expected(key))
    }
    for (const id of over) {
      const period = tables.periods.find((p) => p.id === id)!
      for (const { id: of, grade, ungraded_until } of tables.classes) {
        const graded = (ungraded_until ?? '') <= period.starts && (period.kind === 'half') === grade > 9
        const marked = period_marks.filter((m) => m.class === of && m.period === id && m.subject === 'rus')
        expect(marked).toHaveLength(graded ? rosterOn(of, period.ends) : 0)
      }
    }
  })

  // Shares mean something once school has gone on for a month.
  if (today >= `${tables.years[0]!.starts.slice(0, 4)}-10-01`) {
    it('is as plausible as a real school', () => {
      const seats = held.reduce((sum, l) => sum + (l.group ? 0.5 : 1) * 23, 0)
      const missed = attendance.filter((a) => a.code === 'Н').length / seats
      expect(missed).toBeGreaterThan(0.035)
      expect(missed).toBeLessThan(0.065)
      expect(share(held, (l) => l.roll_taken)).toBeGreaterThan(0.97)
      expect(share(held, (l) => !l.roll_taken)).toBeGreaterThan(0.01)
      expect(lessons.length).toBeGreaterThan(held.length)
      expect(held.filter((l) => l.teacher !== undefined).length).toBeGreaterThan(0)
      for (const [mark, least, most] of [
        ['5', 0.2, 0.4],
        ['4', 0.35, 0.5],
        ['3', 0.2, 0.4],
        ['2', 0.01, 0.06],
        ['.', 0.002, 0.02],
      ] as const) {
        const found = share(marks, (m) => m.mark === mark)
        expect(found >= least && found <= most, `${mark}: ${found}`).toBe(true)
      }
      expect(works.filter((w) => w.retake_of).length).toBeGreaterThan(5)
      expect(attendance.some((a) => a.code === 'О' && a.minutes !== undefined)).toBe(true)
      expect(new Set(attendance.map((a) => a.reason))).toEqual(new Set([undefined, 'Б', 'У', 'Н']))
      expect(absence_spans.some((s) => s.to === undefined)).toBe(true)
      expect(absence_spans.some((s) => s.document === undefined && s.to !== undefined)).toBe(true)
      expect(new Set(tables.movements.map((m) => m.kind)).size).toBeGreaterThanOrEqual(3)
      const unattested = period_marks.filter((m) => m.mark === 'н/а').length
      expect(unattested).toBeLessThanOrEqual(0.01 * period_marks.length)
    })
  }

  it('has two pupils of 7А ill today, one of them until nobody knows when', () => {
    const { id } = classOf(school, '7А')
    const ill = absence_spans.filter(
      (s) => s.from <= today && (s.to ?? today) >= today && belongs(s.pupil, { class: id }, today),
    )
    expect(ill.some((s) => s.to !== undefined)).toBe(true)
    expect(ill.some((s) => s.to === undefined)).toBe(true)
  })
})

describe('the demo school', () => {
  const real = { date: '2026-11-24', time: '10:27' }
  const school = demoSchool(real)
  const { tables } = school

  it('is the same for the same arguments, another for another seed', () => {
    const once = demoSchool(real, 11)
    expect(demoSchool(real, 11)).toEqual(once)
    const other = demoSchool(real, 12)
    expect(other.tables.pupils).not.toEqual(once.tables.pupils)
    expect(other.tables.timetable).not.toEqual(once.tables.timetable)
  })

  it('leaves one topic and one roll of today to be filled in, the topic by the teacher shown if he had a lesson', () => {
    const { teacher } = demoPeople(school)
    const today = tables.lessons.filter((l) => l.date === real.date)
    const [topicless, ...moreTopics] = today.filter((l) => l.topic === undefined)
    const [rolless, ...moreRolls] = today.filter((l) => !l.roll_taken)
    expect([moreTopics, moreRolls]).toEqual([[], []])
    expect(topicless).not.toBe(rolless)
    const assigned = tables.assignments.filter((a) => a.teacher === teacher).map(journalName)
    const own = today.filter((l) => assigned.includes(journalName(l)))
    expect(own.length === 0 || own.includes(topicless!)).toBe(true)
  })

  it('has a home-taught pupil who is nowhere on a roll', () => {
    const [mode] = tables.pupil_modes
    expect(mode).toMatchObject({ mode: 'home' })
    expect(tables.attendance.filter((a) => a.pupil === mode!.pupil)).toEqual([])
    expect(tables.period_marks.some((m) => m.pupil === mode!.pupil && /\d/.test(m.mark))).toBe(true)
  })

  it('carries a pupil with his marks to the parallel class', () => {
    const moved = tables.movements.find((m) => m.kind === 'moved_out')!
    const into = tables.movements.find((m) => m.kind === 'moved_in' && m.pupil === moved.pupil)!
    expect(into.date).toBe(moved.date)
    const own = tables.period_marks.filter((m) => m.pupil === moved.pupil)
    expect(own.length).toBeGreaterThan(5)
    expect(own.every((m) => m.class === into.class)).toBe(true)
  })
})
