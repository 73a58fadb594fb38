import { describe, expect, it } from 'vitest'
import { unexplainedAbsences, weekFlags } from '../../../src/domain/duties/week-flags.ts'
import { type SmallLesson, type SmallSchool, smallSchool } from '../reports/small-school.ts'

// Monday 1 September 2025; today is the Saturday of that week.
const week = { monday: '2025-09-01', today: '2025-09-06' }
const topic = 'Тема'
const lesson = (date: string, bell: number, more: Partial<SmallLesson> = {}): SmallLesson => ({
  journal: '7а,alg',
  date,
  bell,
  topic,
  ...more,
})
const of = (spec: Omit<SmallSchool, 'classes'>, spans: SmallSchool['classes'][string]['spans'] = []) =>
  weekFlags(smallSchool({ classes: { '7а': { pupils: ['А', 'Б'], spans } }, ...spec }), '7а', week).map(
    ({ kind, date, bell, pupil }) =>
      [kind, date, ...(bell === undefined ? [] : [bell]), ...(pupil ? [pupil] : [])].join(' '),
  )

describe('the flags of a week', () => {
  it('name an absence without a reason, until the lesson or a span says why', () => {
    expect(of({ lessons: [lesson('2025-09-02', 1, { absent: { А: '' } })] })).toEqual([
      'noReason 2025-09-02 1 А',
    ])
    expect(of({ lessons: [lesson('2025-09-02', 1, { absent: { А: 'Н' } })] })).toEqual([])
    expect(
      of({ lessons: [lesson('2025-09-02', 1, { absent: { А: '' } })] }, [
        { pupil: 'А', from: '2025-09-01', to: '2025-09-02', code: 'Б', document: 'справка' },
      ]),
    ).toEqual([])
  })

  it('name an absence between lessons at which the pupil was, also under a span', () => {
    const day = [
      lesson('2025-09-02', 1),
      lesson('2025-09-02', 2, { absent: { А: '' } }),
      lesson('2025-09-02', 3),
    ]
    expect(of({ lessons: day })).toEqual(['midDay 2025-09-02 2 А'])
    expect(of({ lessons: [day[0]!, day[1]!] })).toEqual(['noReason 2025-09-02 2 А'])
    const noted = [day[0]!, lesson('2025-09-02', 2, { absent: { А: 'У' } }), day[2]!]
    expect(of({ lessons: noted })).toEqual([])
  })

  it('name who is at a lesson under a note, where the roll was taken', () => {
    const spans = [{ pupil: 'А', from: '2025-09-01', code: 'Б' as const }]
    expect(of({ lessons: [lesson('2025-09-02', 1)] }, spans)).toEqual(['presentUnderSpan 2025-09-02 1 А'])
    expect(of({ lessons: [lesson('2025-09-02', 1, { roll: false })] }, spans)).toEqual([
      'noRoll 2025-09-02 1',
    ])
    expect(of({ lessons: [lesson('2025-09-02', 1, { absent: { А: '' } })] }, spans)).toEqual([])
  })

  it('name a mark for an absent pupil, but neither owed work nor a retake', () => {
    const absent = { А: 'Б' as const }
    expect(of({ lessons: [lesson('2025-09-02', 1, { absent, marks: { А: '4', Б: '5' } })] })).toEqual([
      'markWhileAbsent 2025-09-02 1 А',
    ])
    expect(of({ lessons: [lesson('2025-09-02', 1, { absent, marks: { А: '.' } })] })).toEqual([])
    const works = [
      { id: 'w1', marks: { А: '.' as const } },
      { id: 'w2', retakeOf: 'w1', marks: { А: '5' as const } },
    ]
    expect(of({ lessons: [lesson('2025-09-02', 1, { absent, works })] })).toEqual([])
  })

  it('name lessons without a roll and without a topic, of this class and week only', () => {
    const lessons = [
      lesson('2025-09-03', 2, { roll: false, topic: '' }),
      { ...lesson('2025-09-03', 3), topic: undefined as never },
      lesson('2025-09-08', 1, { roll: false }),
      { ...lesson('2025-09-03', 1, { roll: false }), journal: '7б,alg' },
    ]
    expect(of({ lessons })).toEqual(['noRoll 2025-09-03 2', 'noTopic 2025-09-03 3'])
  })

  it('name a paper that is missing when the pupil is back', () => {
    const spans = [{ pupil: 'А', from: '2025-09-01', to: '2025-09-02', code: 'Б' as const }]
    expect(of({ lessons: [lesson('2025-09-03', 1)] }, spans)).toEqual(['noPaper 2025-09-03 А'])
    expect(of({ lessons: [lesson('2025-09-03', 1, { absent: { А: 'Б' } })] }, spans)).toEqual([])
  })
})

describe('days on end without a reason', () => {
  const days = (absent: Record<string, '' | 'Б'>[]) =>
    unexplainedAbsences(
      smallSchool({
        classes: { '7а': { pupils: ['А', 'Б'] } },
        lessons: absent.flatMap((of, index) => [
          lesson(`2025-09-0${index + 1}`, 1, { absent: of }),
          lesson(`2025-09-0${index + 1}`, 2, { absent: of }),
        ]),
      }),
      '7а',
      '2025-09-05',
    )

  it('rise at three, counting back from the last day of lessons', () => {
    expect(days([{ А: '' }, { А: '' }, { А: '' }])).toEqual([{ pupil: 'А', since: '2025-09-01', days: 3 }])
    expect(days([{ А: '' }, { А: '' }])).toEqual([])
    expect(days([{ А: '' }, { А: '' }, { А: '' }, {}])).toEqual([])
    expect(days([{ А: '' }, { А: 'Б' }, { А: '' }, { А: '' }])).toEqual([])
  })
})
