import { mark, people } from '../server/relay/school.ts'
import { TestWriter } from '../server/relay/writing.ts'
import { type PeerLine, relayLine } from './peer-line.ts'
import { yearJournal } from './peers.ts'
import { RegionStand } from './region-stand.ts'
import { type Line, ms, percentile } from './table.ts'

/**
 * A school of the region: 700 have 300,000 pupils, 428 each, in 18 classes with 1,020 lessons a year. With 12 entries a
 * lesson (held, roll, topic, homework, an absence or two, six or seven marks) that is 220,000 a year: as many as 154 of
 * the bench's journals hold, of 1,428 entries each.
 */
const school = { classes: 18, journals: 154, entriesOfRoll: 4 } as const
const region = 700
const nodes = 2
/** Journals on their way at a time. */
const uploading = 4
/** Journals that a node has taken before it is measured: a program is slow at first. */
const warming = 30
const connections = 1_000
/** Entries a second while nothing presses, and ms that they and each step of the peak last. */
const quiet = { rate: 10, duration: 5_000 } as const
const step = 8_000
/** Entries a second of a school when each class takes the roll within five minutes. */
const peakRate = (school.classes * school.entriesOfRoll) / 300
/** Schools whose peak is tried, one after another, until a receipt takes longer than `patience`, ms, 99 of 100. */
const peaks = [50, 100, 200, 400, 700, 1_000, 1_400, 2_000]
const patience = 1_000

/** With so many schools loaded, figures of those that were loaded last. */
interface Stage {
  schools: number
  /** ms of processor for 1,000 entries. */
  nodes: number
  database: number
  /** ms of processor for all schools until now. */
  spent: number
  /** Bytes in the database of all schools until now. */
  size: number
  /** Bytes of memory of a node for each school that is open in it, and of the nodes for each connection. */
  school: number
  connection: number
  waits: number[]
}

/**
 * The region on this machine: a real PostgreSQL, real nodes as processes of their own, lines that speak the protocol.
 * `counts`: how many schools have a year's data when it is measured; what the last shows the others must have foretold.
 */
export async function regionFigures(
  counts: readonly number[],
  journals: number = school.journals,
): Promise<Line[]> {
  // One more, for uploads that are not measured.
  const stand = await RegionStand.start(counts.at(-1)! + 1, journals, nodes)
  try {
    const stages: Stage[] = []
    for (const schools of counts) {
      await upload(stand, counts.at(-1)!, counts.at(-1)! + 1, Math.min(warming, journals))
      const cost = await load(stand, stages.at(-1)?.schools ?? 0, schools, journals)
      const size = (stages.at(-1)?.size ?? 0) + cost.size
      await stand.restart()
      const { school, connection, lines } = await connect(stand, schools, journals)
      const waits = await pressed(lines, quiet.rate, quiet.duration)
      const spent = (stages.at(-1)?.spent ?? 0) + cost.spent
      stages.push({ schools, ...cost, spent, size, school, connection, waits })
      if (schools === counts.at(-1))
        return [...figures(stages, journals), ...(await peak(lines, stand, schools))]
      await Promise.all(lines.map((line) => line.close()))
    }
    return []
  } finally {
    await stand.stop()
  }
}

/** Loads a year of the schools from `from` on, before `to`; ms of processor for 1,000 entries, bytes on disk. */
async function load(stand: RegionStand, from: number, to: number, journals: number) {
  const [size, before] = [await stand.size(), stand.processor()]
  const entries = await upload(stand, from, to, journals)
  const after = stand.processor()
  const spent = { nodes: after.nodes - before.nodes, database: after.database - before.database }
  const each = (ms: number) => (ms * 1_000) / entries
  return {
    nodes: each(spent.nodes),
    database: each(spent.database),
    spent: spent.nodes + spent.database,
    size: (await stand.size()) - size,
  }
}

/** Uploads a year's journals of schools; how many entries they had. */
async function upload(stand: RegionStand, from: number, to: number, journals: number): Promise<number> {
  let entries = 0
  let next = from * journals
  const one = async () => {
    while (next < to * journals) {
      const at = next++
      const writer = yearJournal()
      const line = await lineTo(stand, at, Math.floor(at / journals), at % journals)
      const facts = writer.elements.length - 1
      await line.send(writer.update(), facts)
      await line.close()
      entries += facts
    }
  }
  await Promise.all(Array.from({ length: uploading }, one))
  return entries
}

const lineTo = (stand: RegionStand, at: number, of: number, journal: number) =>
  relayLine(stand.port(at), journal, `/${of}`)

/**
 * Opens lines, spread over nodes and schools, each with a year's journal open, once each school is open in each node;
 * bytes of memory for either.
 */
async function connect(stand: RegionStand, schools: number, journals: number) {
  const atRest = await stand.memory()
  const lines: PeerLine[] = []
  for (let at = 0; at < schools * nodes; at++) lines.push(await lineTo(stand, at, Math.floor(at / nodes), 0))
  const before = await stand.memory()
  for (let at = 0; at < connections; at++)
    lines.push(await lineTo(stand, at, at % schools, Math.floor(at / schools) % journals))
  return {
    lines,
    school: (before - atRest) / (schools * nodes),
    connection: ((await stand.memory()) - before) / connections,
  }
}

/** Entries at a rate a second, one line after another; ms from when each was due to its receipt. */
async function pressed(lines: readonly PeerLine[], rate: number, duration: number): Promise<number[]> {
  const waits: number[] = []
  const busy: Promise<void>[] = lines.map(() => Promise.resolve())
  const writers = lines.map(() => new TestWriter(people.vera, Date.now))
  const began = performance.now()
  for (let count = 0; count < (rate * duration) / 1_000; count++) {
    const due = began + (count * 1_000) / rate
    const early = due - performance.now()
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early))
    const at = count % lines.length
    busy[at] = busy[at]!.then(async () => {
      await lines[at]!.send(writers[at]!.write(mark(`p${count}`, '5')), 1)
      waits.push(performance.now() - due)
    })
  }
  await Promise.all(busy)
  return waits
}

/** The 8:30 peak of ever more schools, until their receipts take too long. */
async function peak(lines: readonly PeerLine[], stand: RegionStand, loaded: number): Promise<Line[]> {
  const held: string[] = []
  let most = 0
  for (const schools of peaks) {
    const before = stand.processor()
    const began = performance.now()
    const waits = await pressed(lines, schools * peakRate, step)
    const after = stand.processor()
    const share = (ms: number) => `${Math.round((ms * 100) / (performance.now() - began))} %`
    const p99 = percentile(waits, 0.99)
    held.push(
      `${schools}: ${ms(percentile(waits, 0.5))}, ${ms(p99)}, nodes ${share(after.nodes - before.nodes)}, database ${share(after.database - before.database)} of a core`,
    )
    if (p99 >= patience) break
    most = schools
  }
  return [
    {
      what: `8:30, ${peakRate.toFixed(2)} entries/s a school, over ${loaded} loaded: schools held, p50 and p99 to receipt`,
      figure: `${most} schools`,
      against: held.join('; '),
      ratio: '',
      goal: `p99 < ${ms(patience)}`,
    },
  ]
}

function figures(stages: readonly Stage[], journals: number): Line[] {
  const [first, last] = [stages[0]!, stages.at(-1)!]
  const line = (
    what: string,
    pick: (of: Stage) => number,
    said: (value: number) => string,
    flat = true,
  ): Line => ({
    what,
    figure: stages.map((stage) => said(pick(stage))).join(', '),
    ratio: flat ? `${(pick(last) / pick(first)).toFixed(2)} of the first` : '',
    goal: flat ? 'within 20 %' : '',
  })
  const kilobytes = (value: number) => `${(value / 1e3).toFixed(1)} KB`
  const megabytes = (value: number) => `${(value / 1e6).toFixed(1)} MB`
  const of = `${stages.map(({ schools }) => schools).join(', ')} schools of ${journals} journals:`
  const gigabytes = (value: number) => `${(value / 1e9).toFixed(2)} GB`
  const seconds = (value: number) => `${(value / 1_000).toFixed(1)} s`
  return [
    line(`${of} processor for 1,000 entries, nodes`, (stage) => stage.nodes, ms),
    line('the same, PostgreSQL', ({ database }) => database, ms),
    line('database, a school-year', ({ size, schools }) => size / schools, megabytes),
    line('memory in use, a school open in a node', ({ school }) => school, kilobytes, false),
    line(`the same, a connection (${connections})`, ({ connection }) => connection, kilobytes),
    line(`to receipt at ${quiet.rate} entries/s, p50`, ({ waits }) => percentile(waits, 0.5), ms, false),
    line('the same, p99', ({ waits }) => percentile(waits, 0.99), ms, false),
    foretold('processor', stages, ({ spent }) => spent, seconds),
    foretold('database', stages, ({ size }) => size, gigabytes),
  ]
}

/** What the last count of schools took, against a straight line through those before; the region by one through all. */
function foretold(
  what: string,
  stages: readonly Stage[],
  pick: (of: Stage) => number,
  said: (value: number) => string,
): Line {
  const last = stages.at(-1)!
  const expected = straight(stages.slice(0, -1), pick, last.schools)
  return {
    what: `${what}, a year of ${last.schools} schools`,
    figure: said(pick(last)),
    against: `foretold by fewer: ${said(expected)}; ${region} schools: ${said(straight(stages, pick, region))}`,
    ratio: `${(pick(last) / expected).toFixed(2)} of foretold`,
    goal: 'within 20 %',
  }
}

/** The value for `schools` on the line through the first and last stage; through nothing, where there is one. */
function straight(stages: readonly Stage[], pick: (of: Stage) => number, schools: number): number {
  const [first, last] = [stages[0]!, stages.at(-1)!]
  if (first === last) return (pick(first) / first.schools) * schools
  const slope = (pick(last) - pick(first)) / (last.schools - first.schools)
  return pick(first) + slope * (schools - first.schools)
}
