import { diaryName } from './family-data.ts'
import { vaultNames } from './sign-in-contents.ts'
import type { Vault } from './vault.ts'

/** What leaves the phone with the person. */
export interface AtStake {
  /** Entries that have not come to the school; of a closed phone those that may not have. */
  unsent: number
  /** School years that open without a line, the latest first. */
  years: string[]
}

/** What would be lost by wiping the phone, as far as it can be told without its PIN. */
export async function atStake(vault: Vault): Promise<AtStake> {
  const names = await vault.names()
  let unsent = 0
  for (const name of names) {
    if (!name.startsWith(vaultNames.outbox)) continue
    const item = vault.state === 'open' ? await vault.read(name) : undefined
    if ((item as { fate?: unknown } | undefined)?.fate === undefined && !isMark(item)) unsent++
  }
  const years = names.flatMap((name) =>
    name.startsWith(diaryName('')) ? (name.slice(diaryName('').length).split(',').slice(1) as string[]) : [],
  )
  return { unsent, years: [...new Set(years)].sort().reverse() }
}

/** That a letter has come or was opened is said by the phone itself: nobody wrote it. */
function isMark(item: unknown): boolean {
  const facts = (item as { facts?: readonly (readonly unknown[])[] } | undefined)?.facts
  return facts?.every(([, , attribute]) => String(attribute).startsWith('letter.')) ?? false
}
