import { useCallback } from 'react'
import type { AskSignedIn } from '../sign-in/esia/esia-link.tsx'
import { freshAccess } from './access.ts'
import { useWorkspace } from './workspace.ts'

/** Asks the relay as the person who works here. */
export function useAsk(): AskSignedIn {
  const { session, account, tokens } = useWorkspace()
  return useCallback(
    async (schema, path, body) => {
      const access = await freshAccess({ session, tokens })
      if (access === null) return { ok: false, fault: { code: 'noLine' } }
      return account.ask(schema, path, { access, body })
    },
    [session, account, tokens],
  )
}
