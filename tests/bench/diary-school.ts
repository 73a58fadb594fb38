import { demoMoment } from '../../server/command-line/demo-clock.ts'
import type { OpenSchool } from '../../server/command-line/open-school.ts'
import { demoSchool } from '../../server/demo/school.ts'
import { type DocumentId, readDocumentId } from '../../src/domain/ledger/documents.ts'
import type { Entry } from '../../src/domain/ledger/fact.ts'
import { importUser, serverDevice } from '../../src/domain/ledger/ids.ts'
import { yearOn } from '../../src/domain/policy/access.ts'
import { assertionsOf } from '../../src/exchange/assertions.ts'

/** How the account that follows all pupils signs in. */
export const diaryReader = { login: 'family', password: 'снег и луна' } as const

export interface DiarySchool {
  /** Token of that account. */
  access: string
  pupils: string[]
}

/** Fills an empty school with so many classes of the demo school and an account that follows all their pupils. */
export async function fillDiarySchool(school: OpenSchool, classes: number): Promise<DiarySchool> {
  const { relay, accounts } = school
  const { tables } = demoSchool(demoMoment(Date.now()))
  const kept = new Set(tables.classes.slice(-classes).map(({ id }) => id))
  const entries = new Map<DocumentId, Entry[]>()
  for (const { document, entity, attribute, value } of assertionsOf(tables)) {
    const name = readDocumentId(document)!
    if (name.kind === 'family' || ('class' in name && !kept.has(name.class))) continue
    entries.set(document, [...(entries.get(document) ?? []), { entity, attribute, value }])
  }
  const writer = { user: importUser, device: serverDevice, as: 'import' } as const
  for (const [document, list] of entries) await relay.record(document, [{ writer, entries: list }])

  const policy = relay.policy()
  const year = yearOn(policy.school, relay.today())
  const pupils = tables.pupils
    .map(({ id }) => id)
    .filter((id) => [...policy.classesOf(id)].some((of) => policy.school.classes.get(of)?.year === year))
  const { login, password } = diaryReader
  const { user } = await accounts.create({ login, person: '', administrator: false })
  for (const pupil of pupils) await accounts.linkFamily(user, pupil, pupil)
  const code = await accounts.invite(user)
  const device = { name: 'bench' }
  const signedIn = await accounts.signIn.withCode({ login, code, password, device, address: '' })
  if (!signedIn.ok) throw new Error(signedIn.error)
  return { access: signedIn.access, pupils }
}
