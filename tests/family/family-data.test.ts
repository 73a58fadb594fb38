import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { FamilyData } from '../../src/family/family-data.ts'
import { FamilySession } from '../../src/family/session.ts'
import { signInContents } from '../../src/family/sign-in-contents.ts'
import { Vault } from '../../src/family/vault.ts'
import { AccountClient } from '../../src/sync/account-client.ts'

const now = 1_000_000
const children = {
  children: [
    {
      pupil: 'p1',
      name: 'Белова Анна',
      as: 'guardian',
      person: 'g1',
      personName: 'Белова Мария',
      years: [{ id: 'y', class: '7А' }],
    },
  ],
}

/** A phone that has just signed in; `expires`: of every token of the relay, ms. */
async function signedIn({ expires, came }: { expires: number; came?: unknown }) {
  const asked: string[] = []
  const tokens = { access: 'a', accessExpires: expires, refresh: 'r' }
  const account = new AccountClient('', async (path) => {
    asked.push(String(path).split('?')[0]!)
    if (path === '/api/refresh') return Response.json({ ...tokens, roles: [], name: 'Белова Мария' })
    if (String(path).startsWith('/api/family/children')) return Response.json(children)
    return Response.json({ error: 'notFound' }, { status: 404 })
  })
  const vault = new Vault(crypto.randomUUID())
  await vault.open()
  const school = { name: 'Школа' }
  await vault.create(signInContents({ ...tokens, user: 'mothr', device: 'dev1', name: 'Белова', school }))
  const data = new FamilyData(vault, new FamilySession(vault, account, () => now), came, () => now)
  await data.load()
  return { data, asked }
}

it('takes what came with the sign-in for the answer to its first question, once', async () => {
  const { data, asked } = await signedIn({ expires: now + 900_000, came: children })
  await data.sync()
  expect(data.state.children).toEqual(children.children)
  expect(asked).not.toContain('/api/family/children')
  await data.sync()
  expect(asked.filter((path) => path === '/api/family/children')).toHaveLength(1)
})

it('asks where nothing readable came', async () => {
  const { data, asked } = await signedIn({ expires: now + 900_000, came: { pupils: [] } })
  await data.sync()
  expect(asked[0]).toBe('/api/family/children')
  expect(data.state.children).toEqual(children.children)
})

it('renews a token once, not before every question, on a phone whose clock is fast', async () => {
  const { data, asked } = await signedIn({ expires: now - 3_600_000 })
  await data.sync()
  await data.sync()
  expect(asked.filter((path) => path === '/api/refresh')).toHaveLength(1)
  expect(asked.filter((path) => path === '/api/family/children')).toHaveLength(2)
})
