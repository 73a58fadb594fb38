import { signInLink } from '../../src/screens/sign-in/sign-in-link.ts'
import { Tablet } from '../browser/chromium.ts'
import { SchoolServer } from '../browser/school-server.ts'
import { invitation, password } from '../browser/teacher.ts'
import { SlowProxy } from './slow-proxy.ts'
import { bytes, type Line, ms } from './table.ts'

/** EDGE as a village has it: bits a second and ms there and back. */
export const villageLine = { bitsPerSecond: 50_000, roundTrip: 1_000 } as const

/** A family's first visit by the slip's link, nothing on the phone and nobody thinking while typing; then the next. */
export async function firstVisitFigures(app: string): Promise<Line[]> {
  const server = await SchoolServer.demo({ app })
  const { roundTrip, bitsPerSecond } = villageLine
  const proxy = await SlowProxy.start(server.port, roundTrip / 2, bitsPerSecond / 8)
  const phone = await Tablet.start()
  try {
    const home = `http://localhost:${proxy.port}/diary/`
    const school = (await (await fetch(`${server.url}/api/school`)).json()) as { clockOffset: number }
    // The phone's clock is the school's, as anywhere: a demo school's day is one of its own.
    await phone.context.addInitScript((offset) => {
      const { now } = Date
      Date.now = () => now() + offset
    }, school.clockOffset)
    const page = await phone.page(390, 844)
    const stands = () =>
      page
        .getByRole('heading', { level: 2, name: /понедельник|вторник|среда/ })
        .first()
        .waitFor()
    const began = performance.now()
    await page.goto(home + signInLink(invitation(server, 'мама')), { waitUntil: 'commit' })
    await page.getByLabel('Придумайте пароль').fill(password)
    const form = performance.now()
    await page.getByLabel('Пароль ещё раз').fill(password)
    await page.getByRole('button', { name: 'Войти', exact: true }).click()
    await stands()
    const stood = performance.now()
    const { down } = proxy.bytes
    await page.getByText(/^Обновлено/).waitFor()
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    const again = performance.now()
    await page.goto(home, { waitUntil: 'commit' })
    await stands()
    const plain = { ratio: '', goal: '' }
    return [
      { ...plain, what: 'the slip’s form', figure: ms(form - began) },
      { ...plain, what: 'slip to diary', figure: `${bytes(down)}, ${ms(stood - began)}`, goal: '< 8 s' },
      { ...plain, what: 'opened again', figure: ms(performance.now() - again), goal: '< 2 s' },
    ]
  } finally {
    await phone.discard()
    await proxy.stop()
    await server.discard()
  }
}
