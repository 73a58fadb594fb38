import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { entity, lessonKey } from '../../src/domain/ledger/documents.ts'
import { mark, people, today } from '../server/relay/school.ts'
import { TestWriter } from '../server/relay/writing.ts'
import { hocuspocusLine, type PeerLine, relayLine, yLine } from './peer-line.ts'
import { processor, resident, rest } from './resources.ts'
import { type Line, ms, percentile, times } from './table.ts'

/** Journals uploaded, of which so many are read by devices that have none of them. */
const uploads = 500
const coldReaders = 100
const readers = 10
const deltas = 200
const year = { lessons: 102, marks: 9 } as const

interface Server {
  script: string
  args: (folder: string) => string[]
  env: (folder: string) => NodeJS.ProcessEnv
  line: (port: number, journal: number) => Promise<PeerLine>
}

interface Measured {
  /** Bytes resident above those of the server before the first client. */
  memory: number
  /** ms of processor. */
  upload: number
  coldSync: number
  delivery: number
  /** ms from sending to a reader's having it, 99 of 100. */
  late: number
  /** Devices told that an empty journal was all there is. */
  wrong: number
}

const servers = {
  relay: {
    script: 'fact-relay.ts',
    args: (folder: string) => [folder, String(uploads), 'group'],
    env: () => ({}),
    line: relayLine,
  },
  memory: { script: 'peer-server.ts', args: () => [], env: () => ({}), line: yLine },
  levelDb: {
    script: 'peer-server.ts',
    args: () => [],
    env: (YPERSISTENCE: string) => ({ YPERSISTENCE }),
    line: yLine,
  },
  hocuspocus: {
    script: 'hocuspocus-server.ts',
    args: (folder: string) => [folder],
    env: () => ({}),
    line: hocuspocusLine,
  },
} satisfies Record<string, Server>

/**
 * Our relay, each row synced to SQLite, against the server of y-websocket 2 in memory and with LevelDB, and hocuspocus
 * with a file a document: the same bytes of the same clients, each server a process of its own, memory and processor
 * time as Linux counts them.
 */
export async function peerFigures(): Promise<Line[]> {
  const relay = await measure(servers.relay)
  const memory = await measure(servers.memory)
  const levelDb = await measure(servers.levelDb)
  const hocuspocus = await measure(servers.hocuspocus)
  const line = (
    what: string,
    pick: (of: Measured) => number,
    said: (value: number) => string,
    to: Measured,
    goal: string,
  ): Line => ({
    what,
    figure: said(pick(relay)),
    against: `in memory ${said(pick(memory))}, LevelDB ${said(pick(levelDb))}, hocuspocus ${said(pick(hocuspocus))}`,
    ratio: pick(relay) > 0 ? times(pick(to) / pick(relay)) : '',
    goal,
  })
  const microseconds = (value: number) => `${(value * 1000).toFixed(0)} µs`
  const megabytes = (value: number) => `${(value / 1e6).toFixed(1)} MB`
  return [
    line(
      `memory above idle, ${uploads} journals uploaded`,
      (of) => of.memory,
      megabytes,
      memory,
      '10 x of in memory',
    ),
    line('processor an upload', (of) => of.upload, ms, levelDb, '1 x of LevelDB'),
    line('processor a first download', (of) => of.coldSync, ms, levelDb, '1 x of LevelDB'),
    line(
      `processor a delivery to ${readers} readers`,
      (of) => of.delivery,
      microseconds,
      memory,
      '1 x of in memory',
    ),
    line('delivery, 99 of 100', (of) => of.late, ms, memory, '1 x of in memory'),
    line(`of ${coldReaders} told that an empty journal is all`, (of) => of.wrong, String, memory, '0'),
  ]
}

async function measure({ script, args, env, line }: Server): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-peers-'))
  const path = fileURLToPath(new URL(script, import.meta.url))
  const server = spawn(process.execPath, ['--import', 'tsx', path, ...args(folder)], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...env(join(folder, 'level')) },
  })
  const { pid } = server
  try {
    const [said] = (await once(server.stdout!, 'data')) as [Buffer]
    const port = Number(String(said).trim())
    const idle = await resident(pid!)
    const writers = Array.from({ length: uploads }, yearJournal)
    const beforeUploads = processor(pid!)
    for (const [journal, writer] of writers.entries()) {
      const own = await line(port, journal)
      await own.send(writer.update(), writer.elements.length - 1)
      await own.close()
    }
    const upload = (processor(pid!) - beforeUploads) / uploads
    const memory = (await resident(pid!)) - idle
    const beforeReading = processor(pid!)
    let wrong = 0
    for (let journal = 0; journal < coldReaders; journal++) {
      const own = await line(port, journal)
      if ((await own.first) === 0) wrong++
      await own.close()
    }
    const coldSync = (processor(pid!) - beforeReading) / coldReaders
    return {
      memory,
      upload,
      coldSync,
      wrong,
      ...(await fanOut(pid!, () => line(port, uploads - 1), writers.at(-1)!)),
    }
  } finally {
    const gone = once(server, 'exit')
    server.kill('SIGKILL')
    await gone
    await rm(folder, { recursive: true, force: true })
  }
}

/** One writer, ten readers, one small update after another: each once all have the one before. */
async function fanOut(
  pid: number,
  open: () => Promise<PeerLine>,
  writer: TestWriter,
): Promise<Pick<Measured, 'delivery' | 'late'>> {
  const lines = await Promise.all(Array.from({ length: readers + 1 }, open))
  await Promise.all(lines.map(({ first }) => first))
  const sender = lines.pop()!
  await new Promise((resolve) => setTimeout(resolve, rest))
  const latencies: number[] = []
  let sent = 0
  let left = 0
  let all = () => {}
  for (const reader of lines)
    reader.onContent(() => {
      latencies.push(performance.now() - sent)
      if (--left === 0) all()
    })
  const before = processor(pid)
  for (let delta = 0; delta < deltas; delta++) {
    const delivered = new Promise<void>((resolve) => {
      all = resolve
    })
    left = readers
    const update = writer.write(mark(`delta${delta}`, '5'))
    sent = performance.now()
    await Promise.all([sender.send(update, 1), delivered])
  }
  const delivery = (processor(pid) - before) / (deltas * readers)
  for (const one of [...lines, sender]) await one.close()
  return { delivery, late: percentile(latencies, 0.99) }
}

/** A year of a journal in one writing session. */
export function yearJournal(): TestWriter {
  const writer = new TestWriter(people.vera, Date.now)
  for (let at = 0; at < year.lessons; at++) {
    const key = lessonKey(today, 1 + (at % 8), Math.floor(at / 8))
    const name = entity.lesson(key)
    writer.add({ entity: name, attribute: 'lesson.held', value: true })
    writer.add({ entity: name, attribute: 'lesson.roll', value: true })
    writer.add({ entity: name, attribute: 'lesson.topic', value: `Разность квадратов, ${at + 1}` })
    writer.add({ entity: name, attribute: 'lesson.homework', value: `§ ${at + 1}, № 301–305` })
    writer.add({ entity: entity.cell(key, `p${at % 28}`), attribute: 'presence', value: 'absent' })
    for (let pupil = 0; pupil < year.marks; pupil++)
      writer.add(mark(`p${(at + 3 * pupil + 1) % 28}`, String(3 + (pupil % 3)), key))
  }
  return writer
}
