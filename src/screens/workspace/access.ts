import type { Workspace } from './workspace.ts'

/** Ms before its end at which an access token counts as spent: the request must still arrive in time. */
const margin = 60_000

/** An access token that is good for a request now, renewed where needed; null without a line. */
export async function freshAccess({
  session,
  tokens,
}: Pick<Workspace, 'session' | 'tokens'>): Promise<string | null> {
  const current = await tokens.current()
  if (!current) return null
  if (current.accessExpires > session.now() + margin) return current.access
  const renewal = await tokens.renew(current.access)
  return renewal.kind === 'renewed' ? renewal.access : null
}
