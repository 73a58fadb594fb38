import { expect, it } from 'vitest'
import { exemptionOn, isPhysicalEducation } from '../../../src/domain/school/exemption.ts'

it('physical education is told by its name', () => {
  const names = [
    'Физическая культура',
    'Физкультура',
    'Адаптивная физическая культура',
    'Физика',
    'Культура речи',
  ]
  expect(names.map(isPhysicalEducation)).toEqual([true, true, true, false, false])
})

it('an exemption holds from its first to its last day; one that exempts altogether goes first', () => {
  const exemptions = [
    { pupil: 'p1', from: '2025-09-01', to: '2025-12-12' },
    { pupil: 'p1', from: '2025-11-01', group: 'специальная' },
    { pupil: 'p2', from: '2025-09-01' },
  ]
  const on = (date: string, pupil = 'p1') => exemptionOn({ exemptions }, pupil, date)
  expect(on('2025-08-31')).toBeUndefined()
  expect(on('2025-12-12')).toBe(exemptions[0])
  expect(on('2025-12-13')).toBe(exemptions[1])
  expect(on('2026-05-01', 'p2')).toBe(exemptions[2])
  expect(on('2026-05-01', 'p3')).toBeUndefined()
})
