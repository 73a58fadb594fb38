import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parta, type Served, sampleFolder, serve } from '../server/command-line/program.ts'
import { type Answer, askHost } from './ask-host.ts'
import { freshDatabase } from './databases.ts'

export const password = 'снег и луна'
const device = { name: 'Планшет' }
const names: Record<string, string> = { siva: 'Сивинская СОШ', zarya: 'Школа «Заря»' }

/** Somebody signed in at one of the schools. */
export interface SignedInAt {
  host: string
  access: string
  user: string
  device: string
  login: string
}

/** Two schools of one database, with the same people, before one or two real servers. */
export class TwoSchools {
  readonly hosts: readonly [string, string]
  readonly nodes: Served[] = []
  readonly administrators: SignedInAt[] = []

  private constructor(
    readonly address: string,
    readonly folder: string,
    /** What the names of their hosts end with. */
    ending: string,
  ) {
    this.hosts = [`siva${ending}`, `zarya${ending}`]
  }

  static async start(ending = '.example', nodes = 1): Promise<TwoSchools> {
    const schools = new TwoSchools(
      await freshDatabase(),
      mkdtempSync(join(tmpdir(), 'parta-two-schools-')),
      ending,
    )
    const { address, folder } = schools
    const codes: string[] = []
    for (const host of schools.hosts) {
      const id = host.slice(0, host.indexOf('.'))
      const added = await parta('school', 'add', id, '--host', host, '--database', address, '--data', folder)
      codes.push(/код (\S+)/.exec(added.out)![1]!)
      const place = ['--database', `${address}#${id}`, '--data', folder]
      const data = join(folder, `${id}-data`)
      cpSync(sampleFolder, data, { recursive: true })
      writeFileSync(
        join(data, 'school.csv'),
        `id,name,short_name,region,timezone\n${id},${names[id]},,,Asia/Yekaterinburg\n`,
      )
      const { code, err } = await parta('import', data, '--school', id, ...place)
      if (code !== 0) throw new Error(`not imported: ${err}`)
    }
    for (let node = 0; node < nodes; node++)
      schools.nodes.push(await serve('serve', '--database', address, '--data', folder))
    for (const [at, host] of schools.hosts.entries())
      schools.administrators.push(await schools.enter(host, 'admin', codes[at]!))
    return schools
  }

  ask(host: string, path: string, body?: unknown, token?: string, node = 0): Promise<Answer> {
    return askHost(this.nodes[node]!.url, host, path, body, token)
  }

  /** Asks as somebody, on his own host. */
  as({ host, access }: SignedInAt, path: string, body?: unknown, node = 0): Promise<Answer> {
    return this.ask(host, `/api/other-schools${path}`, body, access, node)
  }

  /** Signs in with a one-time code, for the first time or anew. */
  async enter(host: string, login: string, code: string): Promise<SignedInAt> {
    const { status, json } = await this.ask(host, '/api/first-sign-in', { login, code, password, device })
    if (status !== 200) throw new Error(`not signed in: ${JSON.stringify(json)}`)
    return { ...(json as unknown as SignedInAt), host, login }
  }

  /** A code for one of the staff of a school: 0 or 1. */
  async invite(school: number, person: string): Promise<{ login: string; code: string }> {
    const { host, access } = this.administrators[school]!
    const { json } = await this.ask(host, '/api/people/invite', { people: [person], users: [] }, access)
    return (json.slips as { login: string; code: string }[])[0]!
  }

  /** Signs one of the staff in. */
  async teacher(school: number, person: string): Promise<SignedInAt> {
    const { login, code } = await this.invite(school, person)
    return this.enter(this.hosts[school]!, login, code)
  }

  /** The administrator of a school does something to somebody's account. */
  async office(school: number, what: string, { user }: Pick<SignedInAt, 'user'>): Promise<void> {
    const { host, access } = this.administrators[school]!
    const { status } = await this.ask(host, `/api/people/${what}`, { user }, access)
    if (status !== 204) throw new Error(`${what}: ${status}`)
  }

  /** Begins to link: what the page at the other school is given. */
  async begin(who: SignedInAt, host: string): Promise<{ host: string; code: string; secret: string }> {
    const { status, json } = await this.as(who, '/begin', { host, password })
    if (status !== 200) throw new Error(`not begun: ${status} ${JSON.stringify(json)}`)
    return json as { host: string; code: string; secret: string }
  }

  accept(host: string, code: string, login: string, typed = password): Promise<Answer> {
    return this.ask(host, '/api/other-schools/accept', { code, login, password: typed })
  }

  /** Links two accounts as their owner does. */
  async link(here: SignedInAt, there: Pick<SignedInAt, 'host' | 'login'>): Promise<void> {
    const { code, secret } = await this.begin(here, there.host)
    const { json } = await this.accept(there.host, code, there.login)
    const { status } = await this.as(here, '/finish', { code: json.code, secret })
    if (status !== 204) throw new Error(`not linked: ${status}`)
  }

  /** Comes in with a code. */
  come(host: string, code: unknown, here: readonly string[] = [], node = 0): Promise<Answer> {
    return this.ask(host, '/api/other-schools/enter', { code, device, here }, undefined, node)
  }

  async stop(): Promise<void> {
    for (const node of this.nodes) await node.end()
    rmSync(this.folder, { recursive: true })
  }
}
