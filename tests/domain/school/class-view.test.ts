import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AbsenceSpan,
  belongs,
  inGroup,
  isAway,
  type Movement,
  movementOrder,
  rollOf,
  spanOn,
  staysOf,
  wasIn,
} from '../../../src/domain/school/class-view.ts'

const move = (kind: Movement['kind'], date: string, pupil = 'икс'): Movement => ({ pupil, kind, date })
const view = (...movements: Movement[]) => ({ movements: movements.sort(movementOrder) })

describe('belonging to a class', () => {
  it('begins on the day of the entry; the day of the exit is the first outside', () => {
    const own = view(
      move('enrolled', '2025-09-01'),
      move('left', '2025-09-10'),
      move('enrolled', '2025-01-01', 'другой'),
    )
    expect(
      ['2025-08-31', '2025-09-01', '2025-09-09', '2025-09-10'].map((date) => belongs(own, 'икс', date)),
    ).toEqual([false, true, true, false])
    expect(staysOf(own, 'икс')).toEqual([{ from: '2025-09-01', to: '2025-09-10' }])
  })

  it('goes on when a pupil leaves and comes back on one day: exits come before entries', () => {
    const own = view(
      move('arrived', '2025-09-10'),
      move('moved_out', '2025-09-10'),
      move('enrolled', '2025-09-01'),
    )
    expect(belongs(own, 'икс', '2025-09-10')).toBe(true)
    expect(staysOf(own, 'икс')).toEqual([{ from: '2025-09-01', to: '2025-09-10' }, { from: '2025-09-10' }])
  })

  it('is not begun by an exit', () => {
    const own = view(move('left', '2025-09-10'))
    expect(belongs(own, 'икс', '2025-09-05')).toBe(false)
    expect(staysOf(own, 'икс')).toEqual([])
  })

  const day = fc.integer({ min: 1, max: 30 }).map((number) => `2025-09-${String(number).padStart(2, '0')}`)
  const kind = fc.constantFrom<Movement['kind']>(
    'enrolled',
    'arrived',
    'moved_in',
    'moved_out',
    'left',
    'expelled',
  )

  it('is told alike by the day, by stays and by ranges', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(kind, day)), day, day, (moves, a, b) => {
        const own = view(...moves.map(([what, date]) => move(what, date)))
        const stays = staysOf(own, 'икс')
        expect(belongs(own, 'икс', a)).toBe(
          stays.some(({ from, to }) => from <= a && (to === undefined || a < to)),
        )
        const [from, to] = a < b ? [a, b] : [b, a]
        const days = Array.from({ length: 30 }, (_, index) => `2025-09-${String(index + 1).padStart(2, '0')}`)
        const some = days.some((date) => from <= date && date <= to && belongs(own, 'икс', date))
        expect(wasIn(own, 'икс', from, to)).toBe(some)
      }),
    )
  })
})

describe('groups and modes', () => {
  it('last from their first day to the day before `to`', () => {
    const members = [
      { group: 'e1', pupil: 'икс', to: '2025-09-18' },
      { group: 'e2', pupil: 'икс', from: '2025-09-18' },
    ]
    expect(['2025-09-17', '2025-09-18'].map((date) => inGroup({ members }, 'e1', 'икс', date))).toEqual([
      true,
      false,
    ])
    expect(['2025-09-17', '2025-09-18'].map((date) => inGroup({ members }, 'e2', 'икс', date))).toEqual([
      false,
      true,
    ])
    const modes = [{ pupil: 'икс', mode: 'home' as const, from: '2025-09-05', to: '2025-09-06' }]
    expect(['2025-09-04', '2025-09-05', '2025-09-06'].map((date) => isAway({ modes }, 'икс', date))).toEqual([
      false,
      true,
      false,
    ])
  })

  it('make the roll, in order of names', () => {
    const pupils = ['Ё', 'Е', 'Д', 'Я'].map((last) => ({ id: last, last, first: 'Имя' }))
    const own = {
      pupils,
      ...view(...['Ё', 'Е', 'Д'].map((pupil) => move('enrolled', '2025-09-01', pupil))),
      members: [
        { group: 'e1', pupil: 'Ё' },
        { group: 'e1', pupil: 'Д' },
        { group: 'e1', pupil: 'Я' },
      ],
      spans: [],
      modes: [{ pupil: 'Д', mode: 'home' as const, from: '2025-09-03' }],
      exemptions: [],
      conduct: new Map(),
      council: new Map(),
      unsettled: [],
    }
    const ids = (group: string | undefined, date: string) => rollOf(own, group, date).map(({ id }) => id)
    expect(ids(undefined, '2025-09-02')).toEqual(['Ё', 'Е', 'Д'])
    expect(ids('e1', '2025-09-02')).toEqual(['Ё', 'Д'])
    expect(ids('e1', '2025-09-03')).toEqual(['Ё'])
  })
})

describe('the span of a day', () => {
  const spans: AbsenceSpan[] = [
    { pupil: 'икс', from: '2025-09-01', code: 'Б' },
    { pupil: 'икс', from: '2025-09-01', to: '2025-09-07', code: 'У' },
    { pupil: 'икс', from: '2025-09-03', to: '2025-09-06', code: 'Б', document: 'справка' },
    { pupil: 'икс', from: '2025-09-04', to: '2025-09-07', code: 'У' },
    { pupil: 'другой', from: '2025-09-01', to: '2025-09-01', code: 'У' },
  ]
  it.each([
    ['2025-08-31', undefined, undefined],
    ['2025-09-01', 'У', '2025-09-01'],
    // Both its ends belong to it; of two of one length Б goes before У.
    ['2025-09-03', 'Б', '2025-09-03'],
    ['2025-09-06', 'Б', '2025-09-03'],
    ['2025-09-07', 'У', '2025-09-04'],
    // The open one is the longest.
    ['2025-09-08', 'Б', '2025-09-01'],
  ])('%s: %s from %s', (date, code, from) => {
    const span = spanOn({ spans: [...spans].reverse() }, 'икс', date)
    expect([span?.code, span?.from]).toEqual([code, from])
  })
})
