import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DiaryServer } from './diary-server.ts'
import { bytes, type Line, ms, percentile, times } from './table.ts'

/** Families who look at their diaries at once. */
const askers = 500
/** Classes of the school that the bench grows, and of the one that it has grown to. */
const sizes = { small: 8, large: 24 } as const

/** Diaries of many families at once: how long they wait, what the server takes, what a pupil costs as the school grows. */
export async function diaryFigures(): Promise<Line[]> {
  const small = await measure(sizes.small)
  const large = await measure(sizes.large)
  const size = (value: number) => `${(value / 1e6).toFixed(0)} MB resident`
  return [
    {
      what: `${large.asked} diaries at once, none folded yet, p99`,
      figure: `${ms(large.first)}, ${bytes(large.wire)}`,
      against: `${size(large.after)}, ${size(large.before)} before`,
      ratio: '',
      goal: '',
    },
    {
      what: 'the same again, p99 and one answer',
      figure: `${ms(large.again)}, ${bytes(large.unchanged)}`,
      ratio: '',
      goal: '< 300 B',
    },
    {
      what: `folding the diary of a pupil, ${sizes.large} classes`,
      figure: ms(large.each),
      against: `${sizes.small} classes: ${ms(small.each)}`,
      ratio: times(large.each / small.each),
      goal: 'flat',
    },
  ]
}

async function measure(classes: number) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-diaries-'))
  const script = fileURLToPath(new URL('diary-server.ts', import.meta.url))
  const child = fork(script, [folder, String(classes)], { execArgv: ['--import', 'tsx'] })
  const agent = new Agent({ keepAlive: true })
  try {
    const [{ url, access, pupils }] = (await once(child, 'message')) as [DiaryServer]
    const asked = pupils.slice(0, askers)
    const ask = (pupil: string, since = '') =>
      fetched(`${url}/api/family/diary/${pupil}${since}`, access, agent)
    const before = await memory(child)
    const began = performance.now()
    const first = await Promise.all(asked.map((pupil) => ask(pupil)))
    const each = (performance.now() - began) / asked.length
    const again = await Promise.all(asked.map((pupil, at) => ask(pupil, `?since=${first[at]!.version}`)))
    if (again.some(({ status }) => status !== 304)) throw new Error('a diary has changed by itself')
    return {
      asked: asked.length,
      each,
      first: percentile(
        first.map(({ time }) => time),
        0.99,
      ),
      again: percentile(
        again.map(({ time }) => time),
        0.99,
      ),
      wire: percentile(
        first.map(({ down }) => down),
        0.5,
      ),
      unchanged: percentile(
        again.map(({ down }) => down),
        1,
      ),
      before,
      after: await memory(child),
    }
  } finally {
    agent.destroy()
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
    await rm(folder, { recursive: true, force: true })
  }
}

async function memory(child: ChildProcess): Promise<number> {
  child.send('memory')
  const [rss] = (await once(child, 'message')) as [number]
  return rss
}

/** An answer with the ms until its last byte and the bytes of its head and body as they came. */
function fetched(
  url: string,
  access: string,
  agent: Agent,
): Promise<{ status: number; version: string; time: number; down: number }> {
  const began = performance.now()
  const headers = { authorization: `Bearer ${access}`, 'accept-encoding': 'gzip' }
  return new Promise((resolve, reject) => {
    get(url, { headers, agent }, (answer) => {
      let down = `HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}\r\n\r\n`.length
      for (const text of answer.rawHeaders) down += text.length + 2
      answer.on('data', (part: Buffer) => {
        down += part.length
      })
      answer.on('end', () => {
        const version = (answer.headers.etag ?? '').replaceAll('"', '')
        resolve({ status: answer.statusCode!, version, time: performance.now() - began, down })
      })
      answer.on('error', reject)
    }).on('error', reject)
  })
}
