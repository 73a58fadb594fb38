import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pollPath } from '../../src/sync/poll-frames.ts'
import { SchoolNetwork } from '../sync/school-network.ts'
import { Tablet } from './chromium.ts'
import { delivered, give, go, note } from './journal-steps.ts'
import { SchoolServer } from './school-server.ts'
import { firstSignIn, type Served, unlock } from './teacher.ts'

describe('a school network that breaks sockets, then answers in the place of the server', () => {
  let server: SchoolServer
  let network: SchoolNetwork
  let tablet: Tablet
  let page: Page
  /** The school as it is reached through the network. */
  let served: Served
  let roll: string[]
  let lesson: string

  beforeAll(async () => {
    server = await SchoolServer.demo()
    network = await SchoolNetwork.before(server.port)
    network.weather = 'refusesSockets'
    served = { url: network.url, output: server.output }
    tablet = await Tablet.start()
  })

  afterAll(async () => {
    await tablet?.discard()
    await network?.stop()
    await server?.discard()
  })

  test('HTTPS4: the first sign-in brings all journals, though no socket ever opens; the sync page says how', async () => {
    page = await firstSignIn(tablet, served, 'сейчас урок в 7А')
    expect(network.seen).toContain('upgrade')
    expect(network.seen).toContain(pollPath)
    await go(page, '#/sync')
    await page.getByText('Связь с сервером есть: через HTTPS, запасной путь').waitFor()
  })

  test('HTTPS1: entries are delivered, and their receipts shown', async () => {
    await go(page, '#/today')
    await page.getByRole('link', { name: 'Отметить явку' }).click()
    await page.getByRole('radiogroup').first().waitFor()
    lesson = await page.evaluate(() => location.hash)
    roll = await page
      .getByRole('radiogroup')
      .evaluateAll((groups) => groups.map((group) => group.getAttribute('aria-label')!.replace('Явка: ', '')))
    await give(page, roll[0]!, '5')
    await page.getByRole('button', { name: 'Все на уроке' }).click()
    await page.getByText('Явка отмечена').waitFor()
    await delivered(page)
    await receiptOf(page, roll[0]!, '5')
  })

  test('AUTH5, HTTPS5: where a sign-in page answers everything the lesson goes on, also after a cold start, and the screen says why nothing leaves', async () => {
    network.turn('signInPage')
    await go(page, lesson)
    await give(page, roll[1]!, '4')
    await page.getByText('Вместо сервера школы отвечает сеть').waitFor()
    await unlock(page, served)
    await page.getByText('1 запись ждёт отправки').first().waitFor()
    await page.getByText('Вместо сервера школы отвечает сеть').waitFor()
    await go(page, lesson)
    await note(page, roll[2]!, 'опоздание')
    await page.getByText(/ждёт отправки [23]/).waitFor()
  })

  test('AUTH5: a network that sends everything elsewhere is named too; what waits leaves by itself once it lets us through', async () => {
    network.turn('redirects')
    await unlock(page, served)
    await page.getByText('Вместо сервера школы отвечает сеть').waitFor()
    await go(page, lesson)
    await page.getByRole('button', { name: `Отметка 4, ${roll[1]}. Изменить` }).waitFor()
    network.turn('clear')
    await delivered(page)
    expect(await page.getByText('Вместо сервера школы отвечает сеть').count()).toBe(0)
    await receiptOf(page, roll[1]!, '4')
  })
})

/** Waits until the history of a pupil's mark in the lesson on screen says when the server received it. */
async function receiptOf(page: Page, pupil: string, mark: string): Promise<void> {
  await page.getByRole('button', { name: `Отметка ${mark}, ${pupil}. Изменить` }).click()
  await page.getByRole('button', { name: 'Пересдача, пояснение, замечание' }).click()
  const panel = page.getByRole('complementary', { name: pupil })
  await panel
    .getByRole('listitem')
    .filter({ hasText: mark })
    .getByText(/на сервере/)
    .waitFor()
}
