import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tokenOf } from '../server/hostile/attack.ts'
import { mark, people, russianJournal } from '../server/relay/school.ts'
import { TestDevice } from '../server/relay/test-device.ts'
import { TestWriter } from '../server/relay/writing.ts'
import { type Line, ms, percentile, times } from './table.ts'

const clients = 10
/** Peace and attack take turns, so that a disk that is slow for a while is slow for both. */
const turns = 3
/** ms of each turn, and between two entries of a client. */
const duration = 6_000
const pause = 100

/**
 * How long honest clients wait for a receipt while the relay is attacked from all sides, against the same clients at
 * the same relay left in peace.
 */
export async function underAttack(): Promise<Line[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-attack-'))
  const relay = started('../server/relay/relay-process.ts', folder)
  try {
    const port = await firstWord(relay)
    const url = `ws://127.0.0.1:${port}/sync`
    const idle: number[] = []
    const attacked: number[] = []
    let [connections, bytesSent] = [0, 0]
    for (let turn = 0; turn < turns; turn++) {
      idle.push(...(await waits(url)))
      const attackers = started('attackers.ts', port)
      await firstWord(attackers)
      attacked.push(...(await waits(url)))
      attackers.kill('SIGTERM')
      const sent = JSON.parse(await firstWord(attackers)) as { connections: number; bytesSent: number }
      connections += sent.connections
      bytesSent += sent.bytesSent
    }
    const [p99, against] = [percentile(attacked, 0.99), percentile(idle, 0.99)]
    const attack = `${connections} connections, ${(bytesSent / 1e6).toFixed(1)} MB in ${(turns * duration) / 1000} s`
    return [
      {
        what: `receipt for ${clients} honest clients, p99, under ${attack}`,
        figure: ms(p99),
        against: `in peace: ${ms(against)}`,
        ratio: times(p99 / against),
        goal: '< 2 x',
      },
    ]
  } finally {
    const gone = once(relay, 'exit')
    relay.kill('SIGKILL')
    await gone
    await rm(folder, { recursive: true, force: true })
  }
}

/** ms from sending a mark to its receipt, of all clients. */
async function waits(url: string): Promise<number[]> {
  const from = performance.now()
  const all = await Promise.all(
    Array.from({ length: clients }, async () => {
      const device = await TestDevice.connect(url, tokenOf(people.vera))
      const channel = await device.opened(russianJournal)
      const writer = new TestWriter(people.vera, Date.now)
      const found: number[] = []
      while (performance.now() - from < duration) {
        const sent = performance.now()
        channel.update(writer.write(mark(`p${writer.elements.length}`, '5')))
        await channel.receipted(writer.client, writer.elements.length)
        found.push(performance.now() - sent)
        await new Promise((resolve) => setTimeout(resolve, pause))
      }
      device.close()
      return found
    }),
  )
  return all.flat()
}

function started(script: string, argument: string) {
  const path = fileURLToPath(new URL(script, import.meta.url))
  return spawn(process.execPath, ['--import', 'tsx', path, argument], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function firstWord({ stdout }: ReturnType<typeof started>): Promise<string> {
  const [chunk] = (await once(stdout!, 'data')) as [Buffer]
  return String(chunk).trim()
}
