import type { Page } from 'playwright-core'
import type { Tablet } from '../browser/chromium.ts'
import { type BenchSchool, bigJournal } from './bench-school.ts'
import { type Line, ms, percentile, times } from './table.ts'
import { goTo, idle, measure, slowDown } from './tap-latency.ts'
import type { Measured } from './tap-probe.ts'

/** Goals, ms: from the tap to the painted page, and the longest frame while it is scrolled. */
const opening = 300
const longestFrame = 50
/** Openings of each kind. */
const openings = 8
/** The head of the last lesson of a whole year: names, lessons, the lesson of now. */
const wholeYear = `[role=grid] th[aria-colindex="${bigJournal.lessons + 2}"]`
const page = '[role=grid] [data-cell][tabindex="0"]'
/** Pixels a frame: a fast swipe. */
const speed = { across: 50, down: 25 } as const

/**
 * The journal of 35 pupils and 200 lessons, without a line: from the tap on it in the list to its painted page, first
 * at the present period, then at its whole year, and the longest frame while the year is scrolled to its ends.
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
  // From the latest lesson back to the first, wherever the page was left.
  await screen.evaluate(() => {
    const sheet = document.querySelector('[role=grid]')!.parentElement!
    sheet.scrollLeft = sheet.scrollWidth
  })
  await idle(screen)
  const frames = [
    { what: 'scrolling a year across', ...(await scrolled(screen, -speed.across, 0)) },
    { what: 'scrolling a year back', ...(await scrolled(screen, speed.across, 0)) },
    { what: 'scrolling a class down', ...(await scrolled(screen, 0, speed.down)) },
  ]
  await slowDown(screen, 1)
  await tablet.context.setOffline(false)
  return [
    openingLine('opening a journal at its period', ofPeriod),
    openingLine("opening a year's journal", ofYear),
    ...frames.map(
      ({ what, longest, count }): Line => ({
        what: `${what}, longest of ${count} frames`,
        figure: ms(longest),
        ratio: times(longest / longestFrame),
        goal: ms(longestFrame),
      }),
    ),
  ]
}

async function opened(screen: Page, { journal }: BenchSchool, selector: string): Promise<Measured[]> {
  const link = screen.locator(`main a[href="#/journal/${encodeURIComponent(journal)}"]`)
  const all: Measured[] = []
  for (let time = 0; time < openings; time++) {
    await goTo(screen, '#/journals')
    await link.waitFor()
    all.push(await measure(screen, { selector, writes: false }, () => link.click()))
    await idle(screen)
  }
  return all
}

/** Scrolls the page by so many pixels each frame until it goes no further. */
function scrolled(screen: Page, x: number, y: number): Promise<{ longest: number; count: number }> {
  return screen.evaluate(
    async ([x, y]) => {
      const sheet = document.querySelector('[role=grid]')!.parentElement!
      let [last, longest, count] = [0, 0, 0]
      for (;;) {
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
        if (count > 0) longest = Math.max(longest, now - last)
        last = now
        count++
        const before = [sheet.scrollLeft, sheet.scrollTop].join()
        sheet.scrollBy(x, y)
        if (before === [sheet.scrollLeft, sheet.scrollTop].join()) return { longest, count }
      }
    },
    [x, y] as const,
  )
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
