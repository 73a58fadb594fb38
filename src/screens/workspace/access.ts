import type { Tokens } from '../../sync/tokens.ts'

/** Ms before its end at which an access token counts as spent: the request must still arrive in time. */
const margin = 60_000

/** An access token that is good for a request now, renewed where needed; null without a line. */
export async function freshAccess(tokens: Tokens): Promise<string | null> {
  const current = await tokens.current()
  if (!current) return null
  if (current.accessExpires > Date.now() + margin) return current.access
  const renewal = await tokens.renew(current.access)
  return renewal.kind === 'renewed' ? renewal.access : null
}
