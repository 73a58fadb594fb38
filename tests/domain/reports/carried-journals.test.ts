import { describe, expect, it } from 'vitest'
import { extractOf } from '../../../src/domain/journal/carrying.ts'
import { withCarried } from '../../../src/domain/reports/carried-journals.ts'
import { classTeacherPreliminary } from '../../../src/domain/reports/class-teacher-preliminary.ts'
import { reportPeriod } from '../../../src/domain/reports/report-period.ts'
import { summaryMarks } from '../../../src/domain/reports/summary-marks.ts'
import { classOf, smallSchool, taught } from './small-school.ts'

/** Пётр leaves 7а for 7б on 1 October with a 5, a 2 of weight 2 made good by a 4, and a mark of the first quarter. */
function school() {
  return smallSchool({
    classes: {
      '7а': {
        pupils: ['П'],
        movements: [
          { pupil: 'П', kind: 'enrolled', date: '2025-09-01' },
          { pupil: 'П', kind: 'moved_out', date: '2025-10-01' },
        ],
      },
      '7б': { pupils: ['П', 'Р'], movements: [{ pupil: 'П', kind: 'moved_in', date: '2025-10-01' }] },
    },
    assignments: [taught('7а,alg'), taught('7б,alg')],
    lessons: [
      {
        journal: '7а,alg',
        date: '2025-09-05',
        marks: { П: '5' },
        works: [
          { id: 'w', weight: 2, marks: { П: '2' } },
          { id: 'r', retakeOf: 'w', marks: { П: '4' } },
        ],
      },
      { journal: '7б,alg', date: '2025-10-03', marks: { П: '4', Р: '5' } },
    ],
    periodMarks: [['7а,alg', '2025-26/1', 'П', '4']],
  })
}

describe('a device that may not read the journal a pupil came from', () => {
  it('computes the same from what was carried into the new one', () => {
    const whole = school()
    const old = whole.journals.get('7а,alg')!
    const extract = extractOf(old, whole.classes.get('7а')!, { class: '7а', subject: 'alg' }, 'П')!
    const own = { ...whole.journals.get('7б,alg')!, carried: [extract] }
    const device = {
      school: whole.school,
      classes: new Map([['7б', whole.classes.get('7б')!]]),
      journals: withCarried(new Map([['7б,alg', own]])),
    }
    const schoolClass = classOf(whole, '7б')
    const period = reportPeriod(whole.school, '2025-26/1')!
    const [year] = whole.school.years
    expect(summaryMarks(device, schoolClass, year!)).toEqual(summaryMarks(whole, schoolClass, year!))
    const preliminary = (source: typeof device) => classTeacherPreliminary(source, schoolClass, period)
    expect(preliminary(device).forecasts).toEqual(preliminary(whole as typeof device).forecasts)
    // 5, the retake 4 with weight 2 and the new class's 4: (5 + 8 + 4) / 4 = 4.25 in both.
    const withoutMark = {
      ...device,
      journals: withCarried(new Map([['7б,alg', { ...own, carried: [{ ...extract, periodMarks: [] }] }]])),
    }
    expect(preliminary(withoutMark).forecasts.find(({ pupil }) => pupil === 'П')).toMatchObject({
      average: 4.25,
    })
  })

  it('takes nothing twice where the old journal is at hand', () => {
    const whole = school()
    const old = whole.journals.get('7а,alg')!
    const extract = extractOf(old, whole.classes.get('7а')!, { class: '7а', subject: 'alg' }, 'П')!
    const journals = new Map(whole.journals)
    journals.set('7б,alg', { ...journals.get('7б,alg')!, carried: [extract] })
    expect(withCarried(journals)).toBe(journals)
  })
})
