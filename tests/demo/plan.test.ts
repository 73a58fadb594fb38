import { expect, it } from 'vitest'
import { curriculum } from '../../server/demo/curriculum.ts'
import { hoursPerYear, plan } from '../../server/demo/plan.ts'

const grades = Array.from({ length: 11 }, (_, at) => at + 1)

it.each(grades)('plans every hour of grade %i with a topic of its own', (grade) => {
  for (const { subject, hours } of curriculum(grade, 25)) {
    const planned = plan(subject, grade, hours)
    expect(planned).toHaveLength(hoursPerYear(grade, hours))
    for (const { topic, homework } of planned) {
      expect(topic).toMatch(/^[«А-ЯЁ\d].{2,}/)
      expect(topic, subject).not.toMatch(/[*#;]|undefined|«[^»]*«|тема \d/i)
      if (grade === 1) expect(homework).toBeUndefined()
    }
    const works = planned.filter(({ work }) => work).length
    expect(works, subject).toBeLessThanOrEqual(planned.length / 2)
    const distinct = new Set(planned.map(({ topic }) => topic)).size
    expect(distinct, `${subject} ${grade}`).toBeGreaterThan(planned.length * 0.7)
  }
})

it('numbers control works through the year', () => {
  const numbers = plan('alg', 7, 3).flatMap(
    ({ topic }) => topic.match(/^Контрольная работа № (\d+)/)?.[1] ?? [],
  )
  expect(numbers.length).toBeGreaterThan(5)
  expect(numbers).toEqual(numbers.map((_, at) => String(at + 1)))
})
