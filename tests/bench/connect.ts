import type { Page } from 'playwright-core'
import type { SignedIn } from '../../src/sync/account-client.ts'
import { AccountClient } from '../../src/sync/account-client.ts'
import { Tablet } from '../browser/chromium.ts'
import type { SchoolServer } from '../browser/school-server.ts'
import { password } from '../browser/teacher.ts'
import { type BenchSchool, writers } from './bench-school.ts'
import type { Connected } from './connect-page.ts'
import { pageScript } from './page-script.ts'
import { SlowProxy } from './slow-proxy.ts'
import { bytes, type Line, median, seconds, times } from './table.ts'

/** ms each way of a line with a round trip of 300 ms. */
const delay = 150
const rounds = 3
/** One multiplexed socket against stock ones. */
const speedGoal = 7
/** Bytes to reconnect after a quiet day. */
const quietGoal = 1_000

/** A connection seen from both ends: in the page, and on the line with HTTP's and WebSocket's own bytes. */
interface Seen extends Connected {
  lineUp: number
  lineDown: number
}

interface Side {
  cold: Seen[]
  warm: Seen[]
}

/** Twenty documents of `writers` past writers each, over one multiplexed socket and over twenty stock ones. */
export async function connectDocuments(
  server: SchoolServer,
  school: BenchSchool,
): Promise<{ speed: Line[]; quiet: Line[] }> {
  const account = new AccountClient(server.url, fetch)
  const device = { name: 'bench' }
  const { login, code } = school.line
  const first = await account.firstSignIn(login, code, password, device)
  if (!first.ok) throw new Error(first.fault.code)
  const about = await account.school()
  if (!about.ok) throw new Error(about.fault.code)
  const script = await pageScript('connect-page.ts')
  const proxy = await SlowProxy.start(server.port, delay)
  const ours: Side = { cold: [], warm: [] }
  const stock: Side = { cold: [], warm: [] }
  try {
    for (let round = 0; round < rounds; round++) {
      const signedIn = await account.signIn(login, password, device)
      if (!signedIn.ok) throw new Error(signedIn.fault.code)
      const who = { signedIn: signedIn.value, clockOffset: about.value.clockOffset }
      await connectOnce(script, proxy, who, school, 'OurSide', ours)
      await connectOnce(script, proxy, who, school, 'StockSide', stock)
    }
  } finally {
    await proxy.stop()
  }
  const count = school.documents.length
  return {
    speed: [
      { ...timeLine(`${count} documents, nothing new`, ours.warm, stock.warm), goal: `${speedGoal} x` },
      bytesLine('  their bytes on the line', ours.warm, stock.warm),
      // Ours is on the disk by then, sealed; the stock side keeps it in memory.
      timeLine(`${count} documents, a year's first download`, ours.cold, stock.cold),
      bytesLine('  their bytes on the line', ours.cold, stock.cold),
    ],
    quiet: [
      {
        ...messagesLine(`${count} documents, ${writers} past writers each`, ours.warm, stock.warm),
        goal: bytes(quietGoal),
      },
    ],
  }
}

async function connectOnce(
  script: string,
  proxy: SlowProxy,
  { signedIn, clockOffset }: { signedIn: SignedIn; clockOffset: number },
  { documents }: BenchSchool,
  kind: 'OurSide' | 'StockSide',
  seen: Side,
): Promise<void> {
  const tablet = await Tablet.start()
  try {
    const page = await tablet.page()
    // Any file of the relay's, so that the sockets go to the page's own origin; its policy lets no other script in.
    await page.goto(`http://localhost:${proxy.port}/robots.txt`)
    await page.evaluate(script)
    await page.evaluate(
      async ({ kind, signedIn, documents, clockOffset }) => {
        globalThis.side =
          kind === 'OurSide'
            ? await sides.OurSide.open(signedIn, documents, clockOffset)
            : new sides.StockSide(signedIn.access, documents)
      },
      { kind, signedIn, documents, clockOffset },
    )
    seen.cold.push(await connect(page, proxy))
    await page.evaluate(() => side.disconnect())
    seen.warm.push(await connect(page, proxy))
  } finally {
    await tablet.discard()
  }
}

async function connect(page: Page, proxy: SlowProxy): Promise<Seen> {
  await proxy.still(4 * delay)
  proxy.reset()
  const connected = await page.evaluate(() => side.connect())
  return { ...connected, lineUp: proxy.bytes.up, lineDown: proxy.bytes.down }
}

function timeLine(what: string, ours: readonly Seen[], stock: readonly Seen[]): Line {
  const [own, other] = [median(ours.map(({ took }) => took)), median(stock.map(({ took }) => took))]
  return {
    what: `${what} (${ours.length})`,
    figure: seconds(own),
    against: `stock sockets: ${seconds(other)}`,
    ratio: times(other / own),
    goal: '',
  }
}

function bytesLine(what: string, ours: readonly Seen[], stock: readonly Seen[]): Line {
  const up = (all: readonly Seen[]) => median(all.map(({ lineUp }) => lineUp))
  const down = (all: readonly Seen[]) => median(all.map(({ lineDown }) => lineDown))
  return both(what, [up(ours), down(ours)], [up(stock), down(stock)])
}

function messagesLine(what: string, ours: readonly Seen[], stock: readonly Seen[]): Line {
  const up = (all: readonly Seen[]) => median(all.map((one) => one.up))
  const down = (all: readonly Seen[]) => median(all.map((one) => one.down))
  return both(what, [up(ours), down(ours)], [up(stock), down(stock)])
}

function both(what: string, ours: [up: number, down: number], stock: [up: number, down: number]): Line {
  const sum = ([up, down]: [number, number]) => up + down
  const said = (pair: [number, number]) => `${bytes(sum(pair))}: ${bytes(pair[0])} up, ${bytes(pair[1])} down`
  return {
    what,
    figure: said(ours),
    against: `stock: ${said(stock)}`,
    ratio: times(sum(stock) / sum(ours)),
    goal: '',
  }
}
