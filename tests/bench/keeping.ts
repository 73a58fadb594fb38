import { Tablet } from '../browser/chromium.ts'
import type { SchoolServer } from '../browser/school-server.ts'
import { password, signInWithCode } from '../browser/teacher.ts'
import type { BenchSchool } from './bench-school.ts'
import { SlowProxy } from './slow-proxy.ts'
import { bytes, type Line, ms } from './table.ts'

/** An EDGE line at the edge of its reach. */
export const slowLine = { bitsPerSecond: 50_000, roundTrip: 300 } as const
/** What the overview promises from a warm cache. */
const goal = '≤ 2 s'

/** The office's overview of all journals: the first and an unchanged fetch over a slow line, and its page from the cache. */
export async function keepingFigures(server: SchoolServer, school: BenchSchool): Promise<Line[]> {
  const proxy = await SlowProxy.start(server.port, slowLine.roundTrip / 2, slowLine.bitsPerSecond / 8)
  const tablet = await Tablet.start()
  try {
    const page = await signInWithCode(tablet, server, school.office)
    const access = await accessOf(server, school.office.login)
    const path = `/api/keeping?from=${school.period.starts}&to=${school.period.ends}&since=`
    const first = await fetched(proxy, path + 0, access)
    const { version, journals } = JSON.parse(first.text) as { version: number; journals: unknown[] }
    const again = await fetched(proxy, path + version, access)
    await page.evaluate(shown)
    await page.evaluate(() => {
      location.hash = '#/today'
    })
    await tablet.context.setOffline(true)
    const opened = await page.evaluate<number>(shown)
    return [
      line(`first fetch, ${journals.length} journals`, first),
      line('unchanged fetch', again),
      { what: 'page from a warm cache, no line', figure: ms(opened), ratio: '', goal },
    ]
  } finally {
    await tablet.discard()
    await proxy.stop()
  }
}

function line(what: string, { time, down }: { time: number; down: number }): Line {
  return {
    what,
    figure: `${bytes(down)}, ${ms(time)}`,
    ratio: '',
    goal: what.startsWith('first') ? '' : goal,
  }
}

/** Ms from opening the overview to its first line on screen. A text: what is transpiled here can't run in the page. */
const shown = `new Promise((resolve) => {
  const began = performance.now()
  location.hash = '#/keeping/teachers'
  const look = () =>
    document.querySelector('main table tbody tr')
      ? resolve(performance.now() - began)
      : requestAnimationFrame(look)
  look()
})`

async function accessOf(server: SchoolServer, login: string): Promise<string> {
  const answer = await fetch(`${server.url}/api/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password, device: { name: 'bench' } }),
  })
  return ((await answer.json()) as { access: string }).access
}

async function fetched(proxy: SlowProxy, path: string, access: string) {
  proxy.reset()
  const began = performance.now()
  const answer = await fetch(`http://127.0.0.1:${proxy.port}${path}`, {
    headers: { authorization: `Bearer ${access}` },
  })
  const text = await answer.text()
  return { text, time: performance.now() - began, down: proxy.bytes.down }
}
