import { type ChildProcess, spawn } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { startOf } from '../server/built-programs.ts'
import { freePort } from '../server/free-port.ts'
import { demoFolder } from './demo-schools.ts'

/** A Tuesday's third lesson, seven minutes in: what a demo school shows depends on its weekday and hour. */
export const moment = '2026-11-24 10:27'

/** A school's server as a process of its own, started by the command line a school would use. */
export class SchoolServer {
  private process: ChildProcess | null = null
  /** Everything it printed since its last start. */
  output = ''

  private constructor(
    readonly data: string,
    readonly port: number,
    /** Folder of the built app; the repository's own unless told. */
    private readonly app?: string,
    /** What its environment holds more. */
    private readonly env: Readonly<Record<string, string>> = {},
  ) {}

  /** Serves a demo school in a fresh folder. */
  static async demo({
    app,
    env,
  }: {
    app?: string
    env?: Readonly<Record<string, string>>
  } = {}): Promise<SchoolServer> {
    const data = await demoFolder(async (made) => {
      const maker = new SchoolServer(made, await freePort(), app)
      await maker.start('demo')
      await maker.stop()
    })
    const server = new SchoolServer(data, await freePort(), app, env)
    await server.start('demo')
    return server
  }

  /** Serves the school of a data folder. */
  static async of(data: string, { app }: { app?: string } = {}): Promise<SchoolServer> {
    const server = new SchoolServer(data, await freePort(), app)
    await server.start('serve')
    return server
  }

  get url(): string {
    return `http://localhost:${this.port}`
  }

  /** Starts the process and waits until it answers. */
  async start(command: 'demo' | 'serve' = 'serve'): Promise<void> {
    this.output = ''
    const child = spawn(
      process.execPath,
      [
        ...startOf('parta'),
        command,
        '--data',
        this.data,
        '--port',
        String(this.port),
        ...(this.app === undefined ? [] : ['--app', this.app]),
      ],
      { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, PARTA_DEMO_MOMENT: moment, ...this.env } },
    )
    this.process = child
    const ended = new Promise<never>((_, reject) =>
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${this.output}`))),
    )
    ended.catch(() => undefined)
    child.stdout!.on('data', (chunk: Buffer) => (this.output += chunk))
    child.stderr!.on('data', (chunk: Buffer) => (this.output += chunk))
    await Promise.race([ended, this.answers()])
  }

  private async answers(): Promise<void> {
    for (;;) {
      const answer = await fetch(`${this.url}/api/school`).catch(() => null)
      if (answer?.ok) return
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  /** Ends the process without warning, as a power cut does. */
  async kill(): Promise<void> {
    await this.end('SIGKILL')
  }

  /** Asks the process to stop and waits. */
  async stop(): Promise<void> {
    await this.end('SIGTERM')
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const child = this.process
    this.process = null
    if (!child || child.exitCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await gone
  }

  /** Stops it and removes its folder. */
  async discard(): Promise<void> {
    await this.stop()
    await rm(this.data, { recursive: true, force: true })
  }
}
