import { useMemo, useSyncExternalStore } from 'react'
import * as v from 'valibot'
import type { AccountFaultCode } from '../../../sync/account-client.ts'
import { type ClassFamilies, classFamilies, familySlips } from '../../../sync/family-access.ts'
import { freshAccess } from '../../workspace/access.ts'
import { type Look, useKept } from '../../workspace/use-kept.ts'
import { useWorkspace } from '../../workspace/workspace.ts'
import type { FamilyPerson } from './members.ts'

/** Ms between looks while the page is on screen. */
const lookEvery = 20_000

/** Who of a class's families reads the diary, as the relay last told it, and what can be done about it. */
export function useDiaryAccess(classId: string) {
  const { account, session, tokens, sync } = useWorkspace()
  const { line } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  const path = `/api/classes/${encodeURIComponent(classId)}/families`
  const [fits, look] = useMemo(() => {
    const ask: Look<ClassFamilies> = async (access) => {
      const answer = await account.ask(classFamilies, path, { access })
      return answer.ok ? answer.value : null
    }
    return [(kept: ClassFamilies) => kept.class === classId, ask] as const
  }, [account, classId, path])
  const { kept, again } = useKept(`diary,${classId}`, classFamilies, fits, look, lookEvery)
  const send = async <S extends v.GenericSchema>(
    schema: S,
    action: string,
    body: object,
  ): Promise<{ ok: true; value: v.InferOutput<S> } | { ok: false; code: AccountFaultCode }> => {
    const access = await freshAccess({ session, tokens })
    if (access === null) return { ok: false, code: 'noLine' }
    const answer = await account.ask(schema, `${path}/${action}`, { access, body })
    again()
    return answer.ok ? answer : { ok: false, code: answer.fault.code }
  }
  return {
    pupils: kept?.value.pupils,
    at: kept?.at,
    online: line === 'online',
    /** New codes; each is told this once. */
    invite: (people: readonly FamilyPerson[]) => send(familySlips, 'invite', { people }),
    /** `withdraw-code`: a code that waits is worth nothing; `revoke`: the diary is closed to one of the family. */
    change: (action: 'withdraw-code' | 'revoke', person: FamilyPerson) => send(v.unknown(), action, person),
  }
}
