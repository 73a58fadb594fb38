import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { fromSource, startOf } from '../built-programs.ts'

export const sampleFolder = fileURLToPath(new URL('../../exchange/sample-school/', import.meta.url))

export interface Ran {
  code: number | null
  out: string
  err: string
}

function start(args: readonly string[], program = startOf('parta')): { child: ChildProcess; ran: Ran } {
  const child = spawn(process.execPath, [...program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ran: Ran = { code: null, out: '', err: '' }
  child.stdout?.on('data', (part: Buffer) => {
    ran.out += part
  })
  child.stderr?.on('data', (part: Buffer) => {
    ran.err += part
  })
  return { child, ran }
}

/** Runs a command to its end, as a process of its own. */
export function parta(...args: string[]): Promise<Ran> {
  return ended(start(args))
}

/** The same from the source, as `npm run parta` does. */
export function partaFromSource(...args: string[]): Promise<Ran> {
  return ended(start(args, fromSource('parta')))
}

async function ended({ child, ran }: ReturnType<typeof start>): Promise<Ran> {
  const [code] = (await once(child, 'close')) as [number | null]
  return { ...ran, code }
}

/** A server as a process of its own. */
export interface Served {
  url: string
  pid: number
  /** What it has printed for people so far. */
  out: () => string
  /** What it has logged so far. */
  log: () => string
  /** Asks it to stop, or kills it; returns its exit code, null when it was killed. */
  end: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** Starts `serve` or `demo` on a free port and waits until it says where it is. */
export function serve(...args: string[]): Promise<Served> {
  return served(start([...args, '--port', '0']))
}

/** The same from the source, as `npm start` does. */
export function serveFromSource(...args: string[]): Promise<Served> {
  return served(start([...args, '--port', '0'], fromSource('parta')))
}

async function served({ child, ran }: ReturnType<typeof start>): Promise<Served> {
  const closed = once(child, 'close') as Promise<[number | null]>
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', () => {
      const [, found] = /Парта работает: (\S+)/.exec(ran.out) ?? []
      if (found) resolve(found.replace('localhost', '127.0.0.1'))
    })
    child.once('close', () => reject(new Error(`ended: ${ran.out}${ran.err}`)))
  })
  return {
    url,
    pid: child.pid!,
    out: () => ran.out,
    log: () => ran.err,
    end: async (signal = 'SIGTERM') => {
      child.kill(signal)
      return (await closed)[0]
    },
  }
}

/** A JSON request to a server. */
export async function post(
  url: string,
  body: unknown,
): Promise<{ status: number; json: Record<string, unknown> }> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, json: (await response.json()) as Record<string, unknown> }
}

/** Signs in for the first time with what was printed; returns the answer. */
export function firstSignIn(url: string, login: string, code: string) {
  return post(`${url}/api/first-sign-in`, {
    login,
    code,
    password: 'снег и луна',
    device: { name: 'Проверка' },
  })
}
