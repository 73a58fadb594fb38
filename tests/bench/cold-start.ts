import { Tablet } from '../browser/chromium.ts'
import type { SchoolServer } from '../browser/school-server.ts'
import { pin } from '../browser/teacher.ts'
import { type Line, median, seconds, times } from './table.ts'
import { slowDown } from './tap-latency.ts'

/** ms, of ui.md. */
const goal = 2_000
const starts = 3

/** ms: navigation to the lock screen, PIN entered to Сегодня, and the part of that which is deriving the key. */
interface Start {
  lock: number
  open: number
  derived: number
}

/**
 * Starts the installed app in a fresh browser process, the server dead: from the navigation to Сегодня with the
 * lesson of now, without the time in which a person types the PIN.
 */
export async function coldStart(
  profile: string,
  { url }: SchoolServer,
  script: string,
  what: string,
): Promise<Line> {
  const all: Start[] = []
  for (let i = 0; i < starts; i++) all.push(await startOnce(profile, url, script))
  const total = median(all.map(({ lock, open }) => lock + open))
  const derived = median(all.map((one) => one.derived))
  const part = (of: keyof Start) => seconds(median(all.map((one) => one[of])))
  return {
    what: `${what} (${starts})`,
    figure: `${seconds(total)}: lock screen ${part('lock')}, then ${part('open')}`,
    against: `without PBKDF2 (${seconds(derived)}): ${seconds(total - derived)}`,
    ratio: times(total / goal),
    goal: seconds(goal),
  }
}

async function startOnce(profile: string, url: string, script: string): Promise<Start> {
  const tablet = await Tablet.start(profile)
  try {
    await tablet.context.setOffline(true)
    const page = await tablet.page()
    await page.addInitScript(script)
    await page.addInitScript(() => tapProbe.expect({ selector: 'input', writes: false }, Number.MIN_VALUE))
    await slowDown(page)
    await page.goto(url)
    const field = page.getByLabel('Ваш ПИН')
    await field.waitFor()
    const lock = await page.evaluate(() => tapProbe.measured())
    await field.fill(pin)
    // Said only once the lesson's journal is read: it knows that the roll is missing.
    await page.evaluate(() => tapProbe.expect({ selector: 'main', text: 'Отметить явку', writes: false }))
    await page.keyboard.press('Enter')
    const open = await page.evaluate(() => tapProbe.measured())
    const derived = await page.evaluate(() => keyDerivation)
    return { lock: lock.painted, open: open.painted, derived }
  } finally {
    await tablet.close()
  }
}
