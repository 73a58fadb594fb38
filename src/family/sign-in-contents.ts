import { secretNames } from '../device/secret-names.ts'
import { type DeviceId, isDeviceId } from '../domain/ledger/ids.ts'
import type { Vault } from './vault.ts'

/** Names of what the correspondence keeps; one that ends with a slash begins a name for each. */
export const vaultNames = { writer: 'writer', outbox: 'outbox/' } as const

/** What is kept of a sign-in, by name in the vault. */
export function signInContents({
  access,
  accessExpires,
  refresh,
  user,
  device,
  name,
  school,
}: {
  access: string
  accessExpires: number
  refresh: string
  user: string
  device: string
  name: string
  school: { name: string }
}): Record<string, unknown> {
  return {
    [secretNames.tokens]: { access, accessExpires, refresh },
    [secretNames.profile]: { name, school: school.name },
    [vaultNames.writer]: { user, device },
  }
}

/** What an open phone has written and not delivered, for who signs in again as the same person. */
export async function undelivered(vault: Vault, user: string): Promise<Record<string, unknown>> {
  const kept: Record<string, unknown> = {}
  if (vault.state !== 'open') return kept
  const writer = await vault.read(vaultNames.writer)
  if ((writer as { user?: unknown } | undefined)?.user !== user) return kept
  for (const name of await vault.names())
    if (name.startsWith(vaultNames.outbox)) kept[name] = await vault.read(name)
  return kept
}

/** Which of the person's devices this open phone was: what it coined is taken from that device alone. */
export async function deviceOf(vault: Vault): Promise<{ id?: DeviceId }> {
  if (vault.state !== 'open') return {}
  const writer = (await vault.read(vaultNames.writer)) as { device?: unknown } | undefined
  const id = writer?.device
  return typeof id === 'string' && isDeviceId(id) ? { id } : {}
}
