import { cp, mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commandLog } from '../../server/command-line/log.ts'
import { openSchool } from '../../server/command-line/open-school.ts'
import { pushKeyFile } from '../../server/delivery/push-key.ts'
import { keyFile } from '../../server/relay/keys.ts'
import { startPostgres } from '../postgres/postgres-server.ts'
import { parta, type Served, serve } from '../server/command-line/program.ts'
import { diaryReader, fillDiarySchool } from './diary-school.ts'
import { processor, processorOfAll } from './resources.ts'
import { type Line, ms, percentile } from './table.ts'

/** Schools in the database, classes in each. */
const schools = 6
const classes = 24
const nodes = 2
/** Diaries asked for in a second, one step after another, until an answer takes longer than `patience`, 99 of 100. */
const rates = [25, 50, 100, 150]
const step = 8_000
const patience = 1_000

/**
 * 15:00, when families of many schools read what the day has brought: real nodes of a PostgreSQL, each school under its
 * host. No diary is asked for twice, so that each has to be folded, as after a day with marks.
 */
export async function familyPeak(): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-families-'))
  const database = await startPostgres()
  const running: Served[] = []
  const agent = new Agent({ keepAlive: true })
  try {
    const keys = join(folder, 'keys')
    const pupils = await fill(folder, keys, database.address)
    for (let at = 0; at < nodes; at++)
      running.push(await serve('serve', '--database', database.address, '--data', keys))
    const ask = (at: number, path: string, token?: string, body?: unknown) =>
      asked(`${running[nodeOf(at)]!.url}${path}`, hostOf(at % schools), agent, token, body)
    const tokens: string[] = []
    for (let of = 0; of < schools; of++) {
      const body = { ...diaryReader, device: { name: 'bench' } }
      const { access } = JSON.parse(await ask(of, '/api/sign-in', undefined, body)) as { access: string }
      tokens.push(access)
      // The other node opens the school, too.
      await ask(of + schools, '/api/family/children', access)
    }
    const spent = () => ({
      nodes: running.reduce((sum, { pid }) => sum + processor(pid), 0),
      database: processorOfAll(database.pid()),
    })
    const held: string[] = []
    let most = 0
    let next = 0
    for (const rate of rates) {
      const [before, began] = [spent(), performance.now()]
      const count = (rate * step) / 1_000
      if (next + count > schools * pupils.length) throw new Error('too few pupils')
      const waits = await Promise.all(
        Array.from({ length: count }, async (_, of) => {
          const due = began + (of * 1_000) / rate
          await new Promise((resolve) => setTimeout(resolve, due - performance.now()))
          const at = next++
          const pupil = pupils[Math.floor(at / schools)]!
          await ask(at, `/api/family/diary/${pupil}`, tokens[at % schools])
          return performance.now() - due
        }),
      )
      const after = spent()
      const each = (from: number, to: number) => ms((to - from) / count)
      const p99 = percentile(waits, 0.99)
      held.push(
        `${rate}: ${ms(percentile(waits, 0.5))}, ${ms(p99)}, nodes ${each(before.nodes, after.nodes)}, database ${each(before.database, after.database)} a diary`,
      )
      if (p99 >= patience) break
      most = rate
    }
    return [
      {
        what: `15:00, ${schools} schools of ${pupils.length} pupils, ${nodes} nodes: diaries a second held, p50 and p99`,
        figure: `${most} a second`,
        against: held.join('; '),
        ratio: '',
        goal: `p99 < ${ms(patience)}`,
      },
    ]
  } finally {
    agent.destroy()
    for (const node of running) await node.end()
    await database.remove()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Each school is asked at each node. */
const nodeOf = (at: number) => (at + Math.floor(at / schools)) % nodes
const hostOf = (school: number) => `school${school}.example`

/** Makes the schools, each by moving a copy of one that was made; the pupils, of each the same. */
async function fill(folder: string, keys: string, address: string): Promise<string[]> {
  const made = join(folder, 'made')
  const school = (await openSchool(made, commandLog, true))!
  const { pupils } = await fillDiarySchool(school, classes)
  await school.close()
  for (let at = 0; at < schools; at++) {
    const [data, id] = [join(folder, `data${at}`), `school${at}`]
    await cp(made, data, { recursive: true })
    await done('migrate', '--from', data, '--to', `${address}#${id}`)
    for (const key of [keyFile, pushKeyFile]) await cp(join(data, key), join(keys, id, key))
    await done('school', 'add', id, '--host', hostOf(at), '--database', address, '--data', keys)
  }
  return pupils
}

async function done(...args: string[]): Promise<void> {
  const { code, err } = await parta(...args)
  if (code !== 0) throw new Error(err)
}

/** A request to a school of a node; rejects unless it is answered well. */
function asked(url: string, host: string, agent: Agent, token?: string, body?: unknown): Promise<string> {
  const headers = {
    host,
    'accept-encoding': 'gzip',
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  }
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: body === undefined ? 'GET' : 'POST', headers, agent })
    sent.on('error', reject)
    sent.on('response', (answer) => {
      let text = ''
      answer.on('data', (part: Buffer) => {
        text += part
      })
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(text)
        else reject(new Error(`${url}: ${answer.statusCode} ${text}`))
      })
      answer.on('error', reject)
    })
    sent.end(body === undefined ? undefined : JSON.stringify(body))
  })
}
