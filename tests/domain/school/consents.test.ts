import { describe, expect, test } from 'vitest'
import {
  consentOf,
  hasConsent,
  isDiaryClosed,
  isPaperOnly,
  mayBeTold,
} from '../../../src/domain/school/consents.ts'
import type { FamilyView } from '../../../src/domain/school/family-view.ts'

const guardian = (id: string) => ({ id, pupil: 'p1', last: 'Белова', first: id })
const family = (
  consents: Record<string, { given?: string; withdrawn?: string }>,
  guardians = [guardian('g1'), guardian('g2')],
): Pick<FamilyView, 'guardians' | 'consents'> => ({ guardians, consents: new Map(Object.entries(consents)) })
const day = '2026-11-24'
const back = { withdrawn: day }

describe('a withdrawn consent', () => {
  test('closes the diary to who withdrew it, to nobody else, and to the pupil with the last guardian', () => {
    const one = family({ 'g1,diary': back })
    expect(['g1', 'g2', 'p1'].map((person) => isDiaryClosed(one, 'p1', person))).toEqual([true, false, false])
    expect(isPaperOnly(one)).toBe(false)
    const both = family({ 'g1,diary': back, 'g2,diary': { given: '2026-09-01', ...back } })
    expect(['g1', 'g2', 'p1'].map((person) => isDiaryClosed(both, 'p1', person))).toEqual([true, true, true])
    expect(isPaperOnly(both)).toBe(true)
  })

  test('to the processing of data takes the others along; the consent to data stands without them', () => {
    const data = family({ g1: { given: '2026-09-01', ...back } }, [guardian('g1')])
    expect(isDiaryClosed(data, 'p1', 'g1')).toBe(true)
    expect(mayBeTold(data, 'email')).toBe(false)
    expect(hasConsent(data)).toBe(false)
    const diary = family({ g1: { given: '2026-09-01' }, 'g1,diary': back }, [guardian('g1')])
    expect(hasConsent(diary)).toBe(true)
    expect(mayBeTold(diary, 'email')).toBe(true)
  })

  test('leaves paper and talk; e-mail and messages go while one guardian consents', () => {
    const silent = family({ 'g1,notices': back, 'g2,notices': back })
    expect(
      (['paper', 'talk', 'letter', 'email', 'push'] as const).map((how) => mayBeTold(silent, how)),
    ).toEqual([true, true, true, false, false])
    expect(mayBeTold(family({ 'g1,notices': back }), 'push')).toBe(true)
    expect(mayBeTold(family({ 'g1,diary': back, 'g2,diary': back }), 'letter')).toBe(false)
  })
})

test('of what was never recorded nothing is closed, and nothing counts as given', () => {
  const nothing = family({})
  expect(isDiaryClosed(nothing, 'p1', 'g1')).toBe(false)
  expect(mayBeTold(nothing, 'email')).toBe(true)
  expect(hasConsent(nothing)).toBe(false)
  // A consent to the diary alone is none to the processing of data; the date with the guardian is of data alone.
  expect(hasConsent(family({ 'g1,diary': { given: day } }))).toBe(false)
  const dated = { ...family({}), guardians: [{ ...guardian('g1'), consentDate: '2026-08-30' }] }
  expect(consentOf(dated, 'g1')).toEqual({ given: '2026-08-30' })
  expect(consentOf(dated, 'g1', 'diary')).toBeUndefined()
})
