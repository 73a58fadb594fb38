import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { atStake } from '../../src/family/at-stake.ts'
import { Vault } from '../../src/family/vault.ts'

test('what a family would lose by signing out: what it wrote and has not sent, years that open offline', async () => {
  const vault = new Vault('stake')
  await vault.open()
  await vault.create({})
  expect(await atStake(vault)).toEqual({ unsent: 0, years: [] })
  const fact = (attribute: string) => ['id', 'name', attribute, true]
  await vault.write('diary/p1,2026-27', {})
  await vault.write('diary/p2,2026-27', {})
  await vault.write('diary/p1,2025-26', {})
  await vault.write('outbox/1', { pupil: 'p1', facts: [fact('letter')], at: 1 })
  await vault.write('outbox/2', { pupil: 'p1', facts: [fact('consent')], at: 2 })
  await vault.write('outbox/3', { pupil: 'p1', facts: [fact('letter')], at: 3, fate: 'sent' })
  // The phone says by itself that a letter has come: nobody would miss it.
  await vault.write('outbox/4', { pupil: 'p1', facts: [fact('letter.read')], at: 4 })
  expect(await atStake(vault)).toEqual({ unsent: 2, years: ['2026-27', '2025-26'] })
  // Behind a forgotten PIN it cannot be told which of them came: all may not have.
  await vault.setPin('582913')
  vault.close()
  expect(await atStake(vault)).toEqual({ unsent: 4, years: ['2026-27', '2025-26'] })
})
