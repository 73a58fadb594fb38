import { describe, expect, it } from 'vitest'
import { demoClasses } from '../../server/demo/classes.ts'
import { random } from '../../server/demo/random.ts'
import { staffing } from '../../server/demo/staffing.ts'
import { timetable } from '../../server/demo/timetable.ts'

const classes = demoClasses(2026)
const hired = staffing(classes)
const seeds = Array.from({ length: 30 }, (_, n) => n * 7919)

const twice = (keys: readonly string[]) => keys.filter((key, at) => keys.indexOf(key) !== at)

describe('the staff', () => {
  it('is 45 people, of them three or four in the office', () => {
    expect(hired.staff).toHaveLength(45)
    const office = hired.staff.filter(({ roles }) => roles.includes('office'))
    expect(office.some(({ roles }) => roles.includes('teacher'))).toBe(true)
    expect(office.filter(({ roles }) => !roles.includes('teacher'))).toHaveLength(3)
  })

  it('has 14 to 30 hours a week each', () => {
    for (const { id, roles } of hired.staff) {
      const hours = hired.journals.filter((j) => j.teacher.id === id).reduce((sum, j) => sum + j.hours, 0)
      if (!roles.includes('teacher')) expect(hours).toBe(0)
      else expect(hours >= 14 && hours <= 30, `${id}: ${hours}`).toBe(true)
    }
  })

  it('gives each class a class teacher of its own who teaches all of it', () => {
    expect(new Set(hired.classTeacher.values()).size).toBe(24)
    for (const of of classes) {
      const own = hired.journals.filter((j) => j.class === of && j.subject !== 'talk' && !j.group)
      expect(own.map((j) => j.teacher)).toContain(hired.classTeacher.get(of.id))
    }
  })

  it('teaches the groups of a split subject by different people', () => {
    for (const { class: of, subject, group, teacher } of hired.journals) {
      const others = hired.journals.filter(
        (j) => j.class === of && j.subject === subject && j.group !== group,
      )
      expect(others.map((j) => j.teacher)).not.toContain(teacher)
      expect(others.length).toBe(group ? 1 : 0)
    }
  })

  it('leaves most subjects of grades 1-4 to one teacher', () => {
    for (const of of classes.filter(({ grade }) => grade <= 4)) {
      const own = hired.journals.filter((j) => j.teacher === hired.classTeacher.get(of.id))
      const week = of.curriculum.reduce((sum, item) => sum + item.hours, 0)
      expect(own.reduce((sum, j) => sum + j.hours, 0)).toBeGreaterThan(week / 2)
    }
  })
})

describe.each(seeds)('the timetable of seed %i', (seed) => {
  const rows = timetable(classes, hired, random(seed, 'timetable'))
  const slot = ({ weekday, bell }: (typeof rows)[number]) => `${weekday}/${bell}`

  it('has nobody and no room in two places at once', () => {
    const teacherOf = new Map(
      hired.journals.map((j) => [`${j.class.id} ${j.subject} ${j.group}`, j.teacher.id]),
    )
    expect(
      twice(rows.map((r) => `${teacherOf.get(`${r.class} ${r.subject} ${r.group}`)} ${slot(r)}`)),
    ).toEqual([])
    expect(twice(rows.map((r) => `${r.room} ${slot(r)}`))).toEqual([])
  })

  it('gives each class one lesson a bell, groups side by side, without a gap', () => {
    for (const of of classes) {
      const own = rows.filter((r) => r.class === of.id)
      for (let weekday = 1; weekday <= 5; weekday++) {
        const day = own.filter((r) => r.weekday === weekday)
        const bells = [...new Set(day.map((r) => r.bell))].sort((a, b) => a - b)
        expect(bells).toEqual(bells.map((_, at) => at + 1))
        const [least, most] = of.grade <= 4 ? [4, 5] : [5, 7]
        expect(bells.length >= least && bells.length <= most, `${of.id}: ${bells.length}`).toBe(true)
        for (const bell of bells) {
          const here = day.filter((r) => r.bell === bell)
          expect(new Set(here.map((r) => r.subject)).size).toBe(1)
          const groups = of.groups.filter((g) => g.subject === here[0]!.subject).map((g) => g.id)
          expect(here.map((r) => r.group)).toEqual(groups.length ? groups : [undefined])
        }
      }
    }
  })

  it('carries out the curriculum and no more', () => {
    for (const { class: of, subject, group, hours } of hired.journals) {
      const own = rows.filter((r) => r.class === of.id && r.subject === subject && r.group === group)
      expect(own, `${of.id} ${subject}`).toHaveLength(hours)
    }
  })

  it('has mathematics in 7А at the third bell every day', () => {
    const third = rows.filter((r) => r.class === '2026-7a' && r.bell === 3)
    expect(third.map((r) => r.subject)).toEqual(['alg', 'geom', 'alg', 'geom', 'alg'])
  })
})
