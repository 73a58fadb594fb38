import { useEffect } from 'react'
import type { PersonSession } from '../../device/person-session.ts'
import { askForDelivery } from '../../pwa/background-delivery.ts'
import type { AccountClient } from '../../sync/account-client.ts'
import type { Sync } from '../../sync/sync.ts'
import type { Tokens } from '../../sync/tokens.ts'
import { freshAccess } from './access.ts'

/** Learns once with what this device seals what waits; without an answer the next connection asks again. */
export async function learnOutboxKey(
  session: PersonSession,
  account: AccountClient,
  tokens: Tokens,
): Promise<void> {
  if (session.outbox.ready) return
  const access = await freshAccess({ session, tokens })
  const answer = access === null ? null : await account.outboxKey(access)
  if (answer?.ok) await session.outbox.learn(answer.value)
}

/** Lets the service worker deliver what this page leaves waiting: without a line, when hidden, when locked. */
export function useBackgroundDelivery(session: PersonSession, sync: Sync | undefined): void {
  useEffect(() => {
    if (!sync) return
    const ask = () => {
      if (session.waiting.get().facts > 0) void askForDelivery()
    }
    let before = 0
    const stops = [
      session.waiting.subscribe(() => {
        const { facts } = session.waiting.get()
        if (facts > 0 && before === 0 && sync.status.get().line !== 'online') ask()
        before = facts
      }),
    ]
    const hidden = () => document.visibilityState === 'hidden' && ask()
    document.addEventListener('visibilitychange', hidden)
    return () => {
      ask()
      document.removeEventListener('visibilitychange', hidden)
      for (const stop of stops) stop()
    }
  }, [session, sync])
}
