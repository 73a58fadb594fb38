import 'fake-indexeddb/auto'
import type * as v from 'valibot'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Fact } from '../../src/domain/ledger/fact.ts'
import { saying } from '../../src/domain/thread/saying.ts'
import { Letters } from '../../src/family/letters.ts'
import type { FamilySession } from '../../src/family/session.ts'
import { shownThread } from '../../src/family/shown-thread.ts'
import { signInContents, undelivered } from '../../src/family/sign-in-contents.ts'
import { Vault } from '../../src/family/vault.ts'
import { AccountClient } from '../../src/sync/account-client.ts'

const signedIn = {
  access: 'a',
  accessExpires: 0,
  refresh: 'r',
  user: 'mothr',
  device: 'dev1',
  name: 'Белова Мария',
  school: { name: 'Школа' },
}
const child = { pupil: 'p1', person: 'g1' }

/** What the far side does with what is posted; by fact id, as it came. */
class Line {
  readonly taken = new Map<string, Fact>()
  readonly posts: string[][] = []
  /** `lost`: the facts arrive and the answer does not. */
  state: 'up' | 'down' | 'lost' | 'noRight' = 'up'
  told = true

  readonly fetch = async (path: unknown, init?: { body?: unknown }): Promise<Response> => {
    if (this.state === 'down') throw new TypeError('no line')
    if (init?.body === undefined) return this.thread()
    if (this.state === 'noRight') return Response.json({ error: 'noRight' }, { status: 403 })
    expect(path).toBe('/api/family/entries/p1')
    const { facts } = JSON.parse(String(init.body)) as { facts: Fact[] }
    this.posts.push(facts.map(([id]) => id))
    for (const fact of facts) this.taken.set(fact[0], fact)
    if (this.state === 'lost') throw new TypeError('no line')
    return Response.json({ receipts: facts.map(([id]) => ({ id, at: 5 })) })
  }

  private thread(): Response {
    if (!this.told) return Response.json({ error: 'internal' }, { status: 500 })
    const letters = [...this.taken.values()]
      .filter((fact) => fact[2] === 'letter')
      .map(([, id, , value]) => ({ id, mine: true, at: 5, ...(value as { text: string }) }))
    return Response.json({
      version: String(this.taken.size),
      letters,
      expected: [],
      corrections: [],
      reports: [],
    })
  }
}

let line: Line
let vault: Vault
let session: Pick<FamilySession, 'ask'>
let files = 0

beforeEach(async () => {
  line = new Line()
  vault = new Vault(`letters ${files++}`)
  await vault.open()
  await vault.create(signInContents(signedIn))
  const account = new AccountClient('', line.fetch as typeof fetch)
  session = {
    ask: <S extends v.GenericSchema>(schema: S, path: string, body?: unknown) =>
      account.ask(schema, path, { access: 'a', body }),
  }
})

async function written(text: string): Promise<Letters> {
  const letters = await Letters.open(vault, session)
  await letters.say('p1', [saying(letters.clock!, 'g1', 'letter', { text })])
  return letters
}
const shown = ({ state }: Letters) => shownThread(state.threads.get('p1'), state.waiting, child).letters
const fates = (letters: Letters) =>
  shown(letters).map(({ text, waiting }) => [text, waiting && (waiting.fate ?? 'waiting')])

describe('a letter', () => {
  it('waits on the phone until there is a line, over closing the app', async () => {
    line.state = 'down'
    const before = await written('Анна болеет')
    await before.sync([child])
    expect(fates(before)).toEqual([['Анна болеет', 'waiting']])

    const after = await Letters.open(vault, session)
    expect(fates(after)).toEqual([['Анна болеет', 'waiting']])
    line.state = 'up'
    await after.sync([child])
    expect(fates(after)).toEqual([['Анна болеет', undefined]])
    expect((await Letters.open(vault, session)).state.waiting).toEqual([])
  })

  it('is sent under the same id when the answer was lost, and shown once', async () => {
    line.state = 'lost'
    const letters = await written('Анна болеет')
    await letters.sync([child])
    expect(letters.state.waiting).toHaveLength(1)
    line.state = 'up'
    const again = await Letters.open(vault, session)
    await again.sync([child])
    const [first, ...more] = line.posts.flat()
    expect(more).not.toEqual([])
    expect(new Set([first, ...more]).size).toBe(1)
    expect(fates(again)).toEqual([['Анна болеет', undefined]])
  })

  it('stays in sight after its receipt until the thread shows it', async () => {
    line.told = false
    const letters = await written('Анна болеет')
    await letters.sync([child])
    expect(fates(await Letters.open(vault, session))).toEqual([['Анна болеет', 'sent']])
    const posts = line.posts.length
    line.told = true
    await letters.sync([child])
    expect(fates(letters)).toEqual([['Анна болеет', undefined]])
    expect(line.posts.length).toBe(posts)
  })

  it('that the school does not take is kept with its words, and holds back nothing', async () => {
    line.state = 'noRight'
    const letters = await written('поздно')
    await letters.sync([child])
    line.state = 'up'
    await letters.say('p1', [saying(letters.clock!, 'g1', 'letter', { text: 'снова' })])
    await letters.sync([child])
    expect(fates(letters)).toEqual([
      ['снова', undefined],
      ['поздно', 'refused'],
    ])
    expect([...line.taken.values()].map((fact) => fact[3])).toEqual([{ text: 'снова' }])
  })

  it('outlives signing in again as the same person, and nobody else gets it', async () => {
    line.state = 'down'
    await written('Анна болеет')
    expect(await undelivered(vault, 'other')).toEqual({})
    await vault.create({ ...signInContents(signedIn), ...(await undelivered(vault, 'mothr')) })
    expect(fates(await Letters.open(vault, session))).toEqual([['Анна болеет', 'waiting']])
  })
})
