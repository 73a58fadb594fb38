import { useCallback, useSyncExternalStore } from 'react'
import * as v from 'valibot'
import type { AccountFaultCode } from '../../../sync/account-client.ts'
import { type AccountsAnswer, accountsAnswer, type Slip, slipsAnswer } from '../../../sync/people-answers.ts'
import { freshAccess } from '../../workspace/access.ts'
import { type Look, useKept } from '../../workspace/use-kept.ts'
import { useWorkspace } from '../../workspace/workspace.ts'

/** Ms between looks while the page is on screen. */
const lookEvery = 20_000
const always = () => true

/** What came of a request to the relay. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; code: AccountFaultCode }

/** The accounts as the relay last told them, and what the office may do with them. */
export function useAccounts() {
  const { account, session, tokens, sync } = useWorkspace()
  const { line } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  const look = useCallback<Look<AccountsAnswer>>(
    async (access) => {
      const answer = await account.ask(accountsAnswer, '/api/people', { access })
      return answer.ok ? answer.value : null
    },
    [account],
  )
  const { kept, again } = useKept('accounts', accountsAnswer, always, look, lookEvery)
  const send = async <S extends v.GenericSchema>(
    schema: S,
    path: string,
    body: object,
  ): Promise<Outcome<v.InferOutput<S>>> => {
    const access = await freshAccess({ session, tokens })
    if (access === null) return { ok: false, code: 'noLine' }
    const answer = await account.ask(schema, `/api/people/${path}`, { access, body })
    again()
    return answer.ok ? answer : { ok: false, code: answer.fault.code }
  }
  return {
    accounts: kept?.value.accounts,
    at: kept?.at,
    online: line === 'online',
    /** Closes, opens, renames, forgets: what the relay answers with no more than a yes. */
    change: (path: string, body: object) => send(v.unknown(), path, body),
    /** New codes for staff members and for accounts of others; each is told this once. */
    invite: async (
      people: readonly string[],
      users: readonly string[],
    ): Promise<Outcome<readonly Slip[]>> => {
      const answer = await send(slipsAnswer, 'invite', { people, users })
      return answer.ok ? { ok: true, value: answer.value.slips } : answer
    },
  }
}
