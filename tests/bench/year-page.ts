import type { Page } from 'playwright-core'
import type { Tablet } from '../browser/chromium.ts'
import { type BenchSchool, bigJournal } from './bench-school.ts'
import { scrolledBy } from './scrolling.ts'
import { type Line, ms, percentile, times } from './table.ts'
import { goTo, idle, measure, slowDown } from './tap-latency.ts'
import type { Measured } from './tap-probe.ts'

/** Goal, ms: from the tap to the painted page. */
const opening = 300
/** Openings of each kind. */
const openings = 8
/** The head of the last lesson of a whole year: names, lessons, the lesson of now. */
const wholeYear = `[role=grid] th[aria-colindex="${bigJournal.lessons + 2}"]`
const page = '[role=grid] [data-cell][tabindex="0"]'

/**
 * The journal of 35 pupils and 200 lessons, without a line: from the tap on it in the list to its painted page, first
 * at the present period, then at its whole year, and the longest frame while the year is scrolled to its ends, by a
 * finger as on a tablet and by a mouse's wheel.
 */
export async function yearPage(tablet: Tablet, screen: Page, school: BenchSchool): Promise<Line[]> {
  await tablet.context.setOffline(true)
  await screen.bringToFront()
  await slowDown(screen)
  const ofPeriod = await opened(screen, school, page)
  await screen.getByRole('combobox', { name: 'Период' }).selectOption('')
  await screen.locator(wholeYear).waitFor()
  // The page comes back as it was left.
  const ofYear = await opened(screen, school, wholeYear)
  const scrolling: Line[] = []
  for (const source of ['finger', 'wheel'] as const) {
    // Opened a moment ago: most of the year is still to be drawn.
    await opened(screen, school, wholeYear, 1)
    scrolling.push(...(await scrolledBy(source, screen)))
  }
  await slowDown(screen, 1)
  await tablet.context.setOffline(false)
  return [
    openingLine('opening a journal at its period', ofPeriod),
    openingLine("opening a year's journal", ofYear),
    ...scrolling,
  ]
}

async function opened(
  screen: Page,
  { journal }: BenchSchool,
  selector: string,
  count = openings,
): Promise<Measured[]> {
  const link = screen.locator(`main a[href="#/journal/${encodeURIComponent(journal)}"]`)
  const all: Measured[] = []
  for (let time = 0; time < count; time++) {
    await goTo(screen, '#/journals')
    await link.waitFor()
    all.push(await measure(screen, { selector, writes: false }, () => link.click()))
    await idle(screen)
  }
  return all
}

function openingLine(what: string, all: readonly Measured[]): Line {
  const figures = all.map((one) => one.painted)
  return {
    what: `${what}, painted (${all.length})`,
    figure: `p50 ${ms(percentile(figures, 0.5))}, p95 ${ms(percentile(figures, 0.95))}`,
    ratio: times(percentile(figures, 0.5) / opening),
    goal: ms(opening),
  }
}
