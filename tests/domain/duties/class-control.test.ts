import { describe, expect, it } from 'vitest'
import { classControl, needsControl } from '../../../src/domain/duties/class-control.ts'
import { classOf, type SmallLesson, smallSchool, taught } from '../reports/small-school.ts'

const lesson = (date: string, more: Partial<SmallLesson> = {}): SmallLesson => ({
  journal: '7а,alg',
  date,
  topic: 'Тема',
  ...more,
})
function control(monday: string, today: string, lessons: readonly SmallLesson[]) {
  const source = smallSchool({
    classes: { '7а': { pupils: ['А', 'Б'] }, '7б': { pupils: ['В'] } },
    assignments: [taught('7а,alg'), taught('7б,alg')],
    lessons: [...lessons, { journal: '7б,alg', date: '2025-09-02' }],
  })
  return classControl(source, classOf(source, '7а'), { monday, today })
}

describe("a week's control of the class's journals", () => {
  it('names lessons of the own class without topic or roll, and nothing of other weeks', () => {
    const found = control('2025-09-01', '2025-09-05', [
      lesson('2025-09-02', { roll: false }),
      lesson('2025-09-09', { roll: false }),
    ])
    expect(found.map(({ class: own, gaps }) => [own, gaps.map((gap) => gap.missing)])).toEqual([
      ['7а', [['roll', 'homework']]],
    ])
  })

  it('names who has fewer marks than the part of the period asks for', () => {
    const marked = [lesson('2025-09-02', { marks: { А: '4' } }), lesson('2025-09-09', { marks: { А: '3' } })]
    // 54 days from 1 September to 24 October. Minimum 3: on the 17th day 3 * 17 / 54 = 0.94, none is asked for;
    // on the 18th exactly one; on 6 October, the 36th, two.
    const few = (monday: string, today: string) => control(monday, today, marked)[0]!.fewMarks
    expect(few('2025-09-15', '2025-09-17')).toEqual([])
    expect(few('2025-09-15', '2025-09-18')).toEqual(['Б'])
    expect(few('2025-10-06', '2025-10-06')).toEqual(['Б'])
    // On the last day all three: А has two.
    expect(few('2025-10-20', '2025-10-24')).toEqual(['А', 'Б'])
  })

  it('asks for period marks in the last week of the period', () => {
    const lessons = [lesson('2025-09-02')]
    expect(control('2025-10-06', '2025-10-10', lessons)[0]!.noPeriodMark).toEqual([])
    const last = control('2025-10-20', '2025-10-22', lessons)[0]!
    expect(last.noPeriodMark).toEqual(['А', 'Б'])
    expect(needsControl(last)).toBe(true)
  })
})
