import type { CDPSession, Page } from 'playwright-core'
import { type Line, ms, times } from './table.ts'
import { idle } from './tap-latency.ts'

/** Goal, ms. */
const longestFrame = 50
/** A fast swipe, px a second: 50 and 25 px a frame at 60 Hz. */
const speed = { across: 3000, down: 1500 } as const
/** How far a finger goes on the page before it is put down anew, px, the rest meanwhile and between its moves, ms. */
const finger = { across: 640, down: 320, rest: 80, move: 12 } as const
/** As tracing names a frame that came to the screen. */
const shownFrame = 'Display::FrameDisplayed'

type Source = 'finger' | 'wheel'
type Way = 'across' | 'back' | 'down'

/**
 * The journal that stands on the screen, scrolled from its latest lesson to the first, back, and to the last pupil:
 * by a finger as on a tablet (no mouse, higher rows), or by a mouse's wheel over the page. Frames of the page are those
 * that its scripts are asked for; beside them those that came to the screen while it moved.
 */
export async function scrolledBy(source: Source, screen: Page): Promise<Line[]> {
  const session = await screen.context().newCDPSession(screen)
  await session.send('Emulation.setTouchEmulationEnabled', {
    enabled: source === 'finger',
    maxTouchPoints: 5,
  })
  // A click has left the pointer over the page.
  if (source === 'finger') await screen.mouse.move(0, 0)
  await screen.evaluate(() => {
    const sheet = document.querySelector('[role=grid]')!.parentElement!
    sheet.scrollTo(sheet.scrollWidth, 0)
  })
  const lines: Line[] = []
  for (const way of ['across', 'back', 'down'] as const) {
    await idle(screen)
    const { frames, shown } = await watched(session, screen, () =>
      source === 'finger' ? byFinger(session, screen, way) : byWheel(session, screen, way),
    )
    const long = frames.filter((frame) => frame > longestFrame + 1).length
    const longest = Math.max(...frames)
    lines.push({
      what: `a year ${way} by ${source}, longest of ${frames.length} frames (${long} over ${longestFrame} ms)`,
      figure: ms(longest),
      against: `on the screen: ${ms(Math.max(...shown))}, longest of ${shown.length}`,
      ratio: times(longest / longestFrame),
      goal: ms(longestFrame),
    })
  }
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: false })
  await session.detach()
  return lines
}

/** Lengths of the frames from the first that the page moved in, ms. */
async function watched(
  session: CDPSession,
  screen: Page,
  scroll: () => Promise<void>,
): Promise<{ frames: number[]; shown: number[] }> {
  const times: number[] = []
  const take = ({ value }: { value: object[] }) => {
    for (const event of value)
      if ('name' in event && event.name === shownFrame && 'ts' in event) times.push(Number(event.ts) / 1000)
  }
  session.on('Tracing.dataCollected', take)
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['disabled-by-default-display.framedisplayed'] },
  })
  const watching = screen.evaluate(async () => {
    const sheet = document.querySelector('[role=grid]')!.parentElement!
    const frames: number[] = []
    let [on, last, moved] = [true, 0, false]
    const from = [sheet.scrollLeft, sheet.scrollTop].join()
    addEventListener('scrolled', () => (on = false), { once: true })
    while (on) {
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
      if (moved) frames.push(now - last)
      moved ||= [sheet.scrollLeft, sheet.scrollTop].join() !== from
      last = now
    }
    return frames
  })
  await scroll()
  await screen.evaluate(() => dispatchEvent(new Event('scrolled')))
  const frames = await watching
  const ended = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve))
  await session.send('Tracing.end')
  await ended
  session.off('Tracing.dataCollected', take)
  const sorted = times.sort((a, b) => a - b)
  return { frames, shown: sorted.slice(1).map((time, index) => time - sorted[index]!) }
}

async function byWheel(session: CDPSession, screen: Page, way: Way): Promise<void> {
  const { x, y, width, height, left, right, below } = await whereIs(screen)
  await session.send('Input.synthesizeScrollGesture', {
    x: x + width / 2,
    y: y + height / 2,
    gestureSourceType: 'mouse',
    ...(way === 'down'
      ? { yDistance: -below, speed: speed.down }
      : { xDistance: way === 'across' ? left : -right, speed: speed.across }),
  })
}

/** Swipe after swipe until the page goes no further. */
async function byFinger(session: CDPSession, screen: Page, way: Way): Promise<void> {
  const axis = way === 'down' ? 'down' : 'across'
  const [dx, dy] = { across: [1, 0], back: [-1, 0], down: [0, -1] }[way] as [number, number]
  for (;;) {
    const { x, y, width, height, left, right, below } = await whereIs(screen)
    if ({ across: left, back: right, down: below }[way] < 1) return
    const from = {
      x: x + width / 2 - (dx * finger.across) / 2,
      y: y + height / 2 - (dy * finger.down) / 2,
    }
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [from] })
    const began = performance.now()
    for (let gone = 0; gone < finger[axis]; ) {
      await new Promise((resolve) => setTimeout(resolve, finger.move))
      gone = Math.min(finger[axis], ((performance.now() - began) * speed[axis]) / 1000)
      const touchPoints = [{ x: from.x + dx * gone, y: from.y + dy * gone }]
      void session.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints })
    }
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await new Promise((resolve) => setTimeout(resolve, finger.rest))
  }
}

/** The sheet on the screen, and how far it can still go, px. */
function whereIs(screen: Page) {
  return screen.evaluate(() => {
    const sheet = document.querySelector('[role=grid]')!.parentElement!
    const { x, y, width, height } = sheet.getBoundingClientRect()
    return {
      x,
      y,
      width,
      height,
      left: sheet.scrollLeft,
      right: sheet.scrollWidth - sheet.clientWidth - sheet.scrollLeft,
      below: sheet.scrollHeight - sheet.clientHeight - sheet.scrollTop,
    }
  })
}
