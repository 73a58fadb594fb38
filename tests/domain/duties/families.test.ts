import { describe, expect, it } from 'vitest'
import { checkedIn, familyStates, longestFirst, monthToCheck } from '../../../src/domain/duties/families.ts'
import { hasConsent } from '../../../src/domain/school/consents.ts'
import type { FamilyView } from '../../../src/domain/school/family-view.ts'
import { smallSchool } from '../reports/small-school.ts'

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
const told = (to: string) => family({ informed: [{ from: '2025-09-01', to, how: 'paper' }] })
const view = smallSchool({
  classes: {
    '7а': {
      pupils: ['А', 'Б', 'В'],
      movements: [
        { pupil: 'А', kind: 'enrolled', date: '2025-09-01' },
        { pupil: 'Б', kind: 'enrolled', date: '2025-09-01' },
        { pupil: 'В', kind: 'arrived', date: '2025-10-06' },
      ],
    },
  },
}).classes.get('7а')!

describe('families of a class', () => {
  it('wait when two weeks have passed; who waits longest comes first', () => {
    const families = new Map([
      ['А', told('2025-10-01')],
      ['Б', told('2025-09-20')],
    ])
    const states = familyStates(view, families, { starts: '2025-09-01', today: '2025-10-14' })
    // From 1 to 14 October are 13 days, from 20 September 24; В was never told.
    expect(longestFirst(states).map(({ pupil, overdue }) => [pupil.id, overdue])).toEqual([
      ['В', true],
      ['Б', true],
      ['А', false],
    ])
  })

  it('are checked month by month, each pupil in the months of his stay', () => {
    const families = new Map([
      ['А', family({ checks: new Map([['2025-09', '2025-09-25']]) })],
      ['Б', family({ checks: new Map([['2025-09', '2025-09-26']]) })],
      ['В', family()],
    ])
    const today = '2025-10-14'
    const states = familyStates(view, families, { starts: '2025-09-01', today })
    expect(checkedIn(view, states, '2025-09', today).map(({ pupil }) => pupil.id)).toEqual(['А', 'Б'])
    expect(checkedIn(view, states, '2025-10', today)).toHaveLength(3)
    expect(monthToCheck(view, states, ['2025-09', '2025-10'], today)).toBe('2025-10')
    families.delete('А')
    families.set('А', family())
    const open = familyStates(view, families, { starts: '2025-09-01', today })
    expect(monthToCheck(view, open, ['2025-09', '2025-10'], today)).toBe('2025-09')
  })

  it('have a consent while one of theirs stands: a withdrawal outweighs the date with the guardian', () => {
    const guardian = { id: 'g1', pupil: 'А', last: 'А', first: 'Мать', consentDate: '2025-08-30' }
    const withdrawn = { given: '2025-08-30', withdrawn: '2025-10-01' }
    expect(hasConsent(family({ guardians: [guardian] }))).toBe(true)
    expect(hasConsent(family({ guardians: [guardian], consents: new Map([['g1', withdrawn]]) }))).toBe(false)
    expect(
      hasConsent(
        family({
          guardians: [guardian],
          consents: new Map<string, { given: string; withdrawn?: string }>([
            ['g1', withdrawn],
            ['g2', { given: '2025-10-02' }],
          ]),
        }),
      ),
    ).toBe(true)
  })
})
