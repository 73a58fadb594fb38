import { describe, expect, it } from 'vitest'
import { type ClassView, emptyClass, type Movement } from '../../../src/domain/school/class-view.ts'
import { classesByArrival, withFollowing } from '../../../src/domain/school/following.ts'

function viewOf(more: Partial<ClassView>): ClassView {
  return { ...emptyClass, ...more }
}

const came = (date: string, kind: Movement['kind'] = 'moved_in'): Movement => ({ pupil: 'икс', kind, date })
const card = { id: 'икс', last: 'Икс', first: 'Имя' }

describe('a pupil’s classes', () => {
  it('stand by his last arrival, the latest first; those that only have his card come last', () => {
    const classes = new Map([
      [
        'а',
        viewOf({
          pupils: [card],
          movements: [came('2025-09-01'), came('2025-10-01', 'moved_out'), came('2025-12-01')],
        }),
      ],
      ['б', viewOf({ pupils: [card], movements: [came('2025-10-01'), came('2025-12-01', 'moved_out')] })],
      ['в', viewOf({ pupils: [card] })],
      ['г', viewOf({})],
    ])
    expect(classesByArrival(classes, 'икс')).toEqual(['а', 'б', 'в'])
  })
})

describe('spans and modes', () => {
  const classes = new Map([
    [
      'а',
      viewOf({
        pupils: [card],
        movements: [came('2025-09-01')],
        spans: [
          { pupil: 'икс', from: '2025-09-01', code: 'Б' },
          { pupil: 'икс', from: '2025-09-05', code: 'У' },
          { pupil: 'чужой', from: '2025-09-01', code: 'Б' },
        ],
        modes: [{ pupil: 'икс', mode: 'home', from: '2025-09-01' }],
      }),
    ],
    [
      'б',
      viewOf({
        pupils: [card],
        movements: [came('2025-09-10')],
        spans: [{ pupil: 'икс', from: '2025-09-01', to: '2025-09-03', code: 'Б' }],
      }),
    ],
  ])

  it.each(['а', 'б'])('of all his classes count in class %s, once each, as the latest says', (id) => {
    const view = withFollowing(classes, id)!
    expect(view.spans).toEqual([
      { pupil: 'икс', from: '2025-09-01', to: '2025-09-03', code: 'Б' },
      { pupil: 'икс', from: '2025-09-05', code: 'У' },
    ])
    expect(view.modes).toEqual([{ pupil: 'икс', mode: 'home', from: '2025-09-01' }])
  })

  it('are undefined with the class', () => {
    expect(withFollowing(classes, 'в')).toBeUndefined()
  })
})
