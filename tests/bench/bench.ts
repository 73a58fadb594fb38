import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { Tablet } from '../browser/chromium.ts'
import { SchoolServer } from '../browser/school-server.ts'
import { everythingHere, signInWithCode } from '../browser/teacher.ts'
import { type BenchSchool, bigJournal, makeSchool } from './bench-school.ts'
import { coldStart } from './cold-start.ts'
import { connectDocuments } from './connect.ts'
import { diaryFigures } from './diaries.ts'
import { factsPerSecond } from './facts.ts'
import { familyPeak } from './family-peak.ts'
import { firstVisitFigures, villageLine } from './first-visit.ts'
import { keepingFigures, slowLine } from './keeping.ts'
import { pageScript } from './page-script.ts'
import { peerFigures } from './peers.ts'
import { printingFigures } from './printing.ts'
import { regionFigures } from './region.ts'
import { type Line, table } from './table.ts'
import { slowdown, tapLatency } from './tap-latency.ts'
import { underAttack } from './under-attack.ts'
import { yearPage } from './year-page.ts'

/**
 * `npm run bench`: what Parta promises in figures, measured in one run on this machine, each
 * beside its goal or beside the usual way of doing the same. `-- --region`: only several schools on PostgreSQL;
 * `--full`: 50 of them.
 */
interface Part {
  title: string
  lines: Line[]
}

const began = performance.now()
const say = (text: string) =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s  ${text}`)
const load = () =>
  loadavg()
    .map((value) => value.toFixed(2))
    .join(' ')

console.log(
  `${availableParallelism()} × ${cpus()[0]?.model ?? 'processor'}, Node ${process.version}, load before: ${load()}`,
)
const asked = parseArgs({ options: { region: { type: 'boolean' }, full: { type: 'boolean' } } }).values
const regionPart = async () => {
  say('the region on PostgreSQL')
  return {
    title: 'Several schools on one PostgreSQL, two nodes before it',
    lines: [...(await regionFigures(asked.full ? [1, 10, 50] : [1, 5, 10])), ...(await familyPeak())],
  }
}
if (asked.region) {
  console.log(table([await regionPart()]))
  console.log(`load after: ${load()}`)
  process.exit()
}
say('building the app')
const app = await mkdtemp(join(tmpdir(), 'bench-app-'))
await build({ logLevel: 'warn', build: { outDir: app, emptyOutDir: true } })
await build({ mode: 'diary', logLevel: 'warn', build: { outDir: join(app, 'diary') } })
say('making a school')
const school = await makeSchool()
const parts: Part[] = []
try {
  await onTablets(school)
  say('printing')
  parts.push({ title: `Printing, processor ${slowdown} x slower`, lines: await printingFigures() })
  say('facts per second')
  parts.push({ title: 'Facts accepted, each synced to the disk', lines: await factsPerSecond() })
  say('under attack')
  parts.push({ title: 'Receipts while the relay is attacked', lines: await underAttack() })
  say('a family’s first visit')
  parts.push({
    title: `A family's phone at ${villageLine.bitsPerSecond / 1000} kbit/s and a round trip of ${villageLine.roundTrip} ms, nothing typed but the password`,
    lines: await firstVisitFigures(app),
  })
  say('diaries of families')
  parts.push({ title: 'Diaries of families, over HTTP', lines: await diaryFigures() })
  say('the relay against y-websocket 2')
  parts.push({
    title: 'The relay, synced to the disk, against the server of y-websocket 2',
    lines: await peerFigures(),
  })
  parts.push(await regionPart())
} finally {
  for (const folder of [school.data, app]) await rm(folder, { recursive: true, force: true })
}
console.log(`load after: ${load()}; the whole run ${((performance.now() - began) / 1000).toFixed(0)} s\n`)
console.log(table(parts))

async function onTablets(school: BenchSchool): Promise<void> {
  const probe = await pageScript('tap-probe.ts')
  const server = await SchoolServer.of(school.data, { app })
  const tablets: Tablet[] = []
  const installed = async (who: { login: string; code: string }) => {
    const tablet = await Tablet.start()
    tablets.push(tablet)
    await tablet.context.addInitScript(probe)
    const page = await signInWithCode(tablet, server, who)
    // Once the lesson of now is known, so are the documents that the tablet wants.
    await page.getByRole('link', { name: 'Отметить явку' }).waitFor()
    await everythingHere(page)
    return { tablet, page }
  }
  try {
    say('connecting twenty documents')
    const { speed, quiet } = await connectDocuments(server, school)
    say('the overview of journals')
    const overview = await keepingFigures(server, school)
    say('signing in on tablets')
    const novice = await installed(school.novice)
    await novice.tablet.close()
    const { tablet, page } = await installed(school.teacher)
    say('taps')
    const taps = await tapLatency(tablet, page, school)
    say('a year')
    const year = await yearPage(tablet, page, school)
    await tablet.close()
    await server.kill()
    say('cold starts')
    const starts = [
      await coldStart(novice.tablet.profile, server, probe, 'a first day, one journal'),
      await coldStart(tablet.profile, server, probe, 'a year, twenty documents'),
    ]
    const { pupils, lessons } = bigJournal
    parts.push(
      {
        title: `Journal of ${pupils} pupils and ${lessons} lessons, no line, processor ${slowdown} x slower`,
        lines: [...year, ...taps],
      },
      {
        title: `Overview of all journals at ${slowLine.bitsPerSecond / 1000} kbit/s and a round trip of ${slowLine.roundTrip} ms`,
        lines: overview,
      },
      { title: `Cold start without a line, processor ${slowdown} x slower`, lines: starts },
      { title: 'Connecting at a round trip of 300 ms, one socket against one a document', lines: speed },
      {
        title: 'Reconnecting after a quiet day, bytes of messages, cursors against state vectors',
        lines: quiet,
      },
    )
  } finally {
    for (const tablet of tablets) await tablet.discard()
    await server.stop()
  }
}
