import type { Locator, Page } from 'playwright-core'
import type { Tablet } from '../browser/chromium.ts'
import type { BenchSchool } from './bench-school.ts'
import { type Line, ms, percentile, times } from './table.ts'
import type { Expected, Measured } from './tap-probe.ts'

/** How much slower than this machine a teacher's tablet is taken to be. */
export const slowdown = 4
/** Goals of ui.md, ms: one frame of 60 Hz, and the disk. */
const frame = 1000 / 60
const disk = 50
/** Taps of each kind. */
const taps = 25

/** Taps of one kind. */
interface Taps {
  what: string
  all: Measured[]
}

/**
 * Taps in the journal of 35 pupils and 200 lessons, without a line: from the input event to the screen and to the
 * disk, beside a bare page that shows a number and stores it: what browser and machine cost in this run.
 */
export async function tapLatency(tablet: Tablet, page: Page, school: BenchSchool): Promise<Line[]> {
  const bare = await onBarePage(tablet, page.url())
  await tablet.context.setOffline(true)
  await page.bringToFront()
  await slowDown(page)
  const kinds = [...(await onTheRoll(page, school)), ...(await onThePage(page, school))]
  await slowDown(page, 1)
  await tablet.context.setOffline(false)
  return kinds.flatMap((kind) => described(kind, bare))
}

/** Slows the page's processor down. */
export async function slowDown(page: Page, rate = slowdown): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

/** A button that counts and stores the count, strictly. */
async function onBarePage(tablet: Tablet, app: string): Promise<Measured[]> {
  const page = await tablet.page()
  // The service worker answers everything else with the app.
  await page.goto(new URL('/api/school', app).href)
  await page.evaluate(async () => {
    const request = indexedDB.open('bare', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('rows', { autoIncrement: true })
    await new Promise((resolve) => {
      request.onsuccess = resolve
    })
    const button = document.createElement('button')
    button.textContent = '0'
    button.onclick = () => {
      button.textContent = String(Number(button.textContent) + 1)
      const strict = { durability: 'strict' } as const
      request.result.transaction('rows', 'readwrite', strict).objectStore('rows').add(button.textContent)
    }
    document.body.append(button)
  })
  await slowDown(page)
  const all: Measured[] = []
  for (let count = 1; count <= taps; count++)
    all.push(
      await tap(page, page.locator('button'), { selector: 'button', text: String(count), writes: true }),
    )
  await page.close()
  return all
}

/** The lesson: a mark for each pupil by the pad, then each of them absent. */
async function onTheRoll(page: Page, { journal, lesson }: BenchSchool): Promise<Taps[]> {
  await goTo(page, `#/lesson/${encodeURIComponent(journal)}/${encodeURIComponent(lesson)}`)
  const toggles = page.getByRole('radiogroup', { name: /^Явка: / })
  await toggles.first().waitFor()
  const labels = await toggles.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')!))
  const names = labels.slice(0, taps).map((label) => label.replace('Явка: ', ''))
  const marks: Measured[] = []
  const absences: Measured[] = []
  for (const name of names) {
    const add = page.getByRole('button', { name: `Поставить отметку: ${name}`, exact: true })
    // A pad closes when the page scrolls under it.
    await add.scrollIntoViewIfNeeded()
    await idle(page)
    await add.click()
    const key = page.getByRole('dialog').getByRole('button', { name: '4', exact: true })
    const given = `button[aria-label="Отметка 4, ${name}. Изменить"]`
    marks.push(await tap(page, key, { selector: given, writes: true }))
  }
  for (const name of names) {
    const away = page.getByRole('radiogroup', { name: `Явка: ${name}`, exact: true }).getByText('Н')
    const add = `button[aria-label="Поставить отметку: ${name}"]`
    absences.push(await tap(page, away, { selector: add, gone: true, writes: true }))
  }
  return [
    { what: 'lesson: a mark on the pad', all: marks },
    { what: 'lesson: absent', all: absences },
  ]
}

/** The ruled page of the whole year: cells opened, marks by the panel and by the keyboard. */
async function onThePage(page: Page, { journal }: BenchSchool): Promise<Taps[]> {
  await goTo(page, `#/journal/${encodeURIComponent(journal)}`)
  await page.getByRole('combobox', { name: 'Период' }).selectOption('')
  await page.locator('[role=grid][aria-colcount="208"]').waitFor()
  // The page opens at the lesson of now.
  const [, column] = (
    (await page.locator('[data-cell][tabindex="0"]').getAttribute('data-cell')) ?? ''
  ).split(':')
  const cell = (row: number) => `[data-cell="${row}:${column}"]`
  const names = (await page.locator('tbody th').allTextContents()).slice(0, taps)
  const digits: Measured[] = []
  const moves: Measured[] = []
  const opened: Measured[] = []
  const marks: Measured[] = []
  await page.locator(cell(0)).focus()
  for (const row of names.keys()) {
    digits.push(await press(page, '5', { selector: cell(row), text: '5', writes: true }))
    moves.push(await press(page, 'ArrowDown', { selector: `${cell(row + 1)}[tabindex="0"]`, writes: false }))
  }
  // Back to the first one.
  for (const _ of names) await page.keyboard.press('ArrowUp')
  await page.locator(`${cell(0)}[tabindex="0"]`).waitFor()
  for (const [row, name] of names.entries()) {
    const panel = `aside[aria-label^="${name}"]`
    opened.push(await tap(page, page.locator(cell(row)), { selector: panel, writes: false }))
    const key = page.locator(panel).getByRole('button', { name: '3', exact: true })
    marks.push(await tap(page, key, { selector: cell(row), text: '3', writes: true }))
  }
  return [
    { what: 'page: a digit', all: digits },
    { what: 'page: an arrow', all: moves },
    { what: 'page: a cell opened', all: opened },
    { what: 'page: a mark beside the open cell', all: marks },
  ]
}

/** Goes to an address of the app. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
}

async function tap(page: Page, target: Locator, expected: Expected): Promise<Measured> {
  await target.scrollIntoViewIfNeeded()
  const box = (await target.boundingBox())!
  return measure(page, expected, () => page.mouse.click(box.x + box.width / 2, box.y + box.height / 2))
}

function press(page: Page, key: string, expected: Expected): Promise<Measured> {
  return measure(page, expected, () => page.keyboard.press(key))
}

/** Does one thing on a page that has nothing else to do, and tells what it took. */
export async function measure(page: Page, expected: Expected, act: () => Promise<void>): Promise<Measured> {
  await idle(page)
  await page.evaluate((what) => tapProbe.expect(what), expected)
  await act()
  return page.evaluate(() => tapProbe.measured())
}

/** Waits until the page has nothing to do; slowed down it may never say so. */
export async function idle(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 150 })))
}

function described({ what, all }: Taps, bare: readonly Measured[]): Line[] {
  const line = (to: 'painted' | 'stored', goal: number): Line => {
    const own = all.map((one) => one[to])
    const floor = bare.map((one) => one[to])
    return {
      what: `${what}, ${to} (${own.length})`,
      figure: `p50 ${ms(percentile(own, 0.5))}, p95 ${ms(percentile(own, 0.95))}`,
      against: `bare page: p50 ${ms(percentile(floor, 0.5))}, p95 ${ms(percentile(floor, 0.95))}`,
      ratio: times(percentile(own, 0.5) / percentile(floor, 0.5)),
      goal: ms(goal),
    }
  }
  return all.some(({ stored }) => stored > 0)
    ? [line('painted', frame), line('stored', disk)]
    : [line('painted', frame)]
}
