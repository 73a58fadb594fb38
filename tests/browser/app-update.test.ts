import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Tablet } from './chromium.ts'
import { SchoolServer } from './school-server.ts'
import { firstSignIn, unlock } from './teacher.ts'

describe('a new version of the app', () => {
  let folder: string
  let server: SchoolServer
  let tablet: Tablet
  let page: Page

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'app-'))
    await cp('dist', folder, { recursive: true })
    server = await SchoolServer.demo({ app: folder })
    tablet = await Tablet.start()
    page = await firstSignIn(tablet, server, 'сейчас урок в 7А')
  }, 200_000)

  afterAll(async () => {
    await tablet?.discard()
    await server?.discard()
    await rm(folder, { recursive: true, force: true })
  })

  const offer = () => page.getByText('Есть новая версия Парты')

  test('is never offered while a lesson is being marked', async () => {
    await page.getByRole('link', { name: 'Отметить явку' }).click()
    await page.getByRole('radiogroup').first().waitFor()
    await release(folder)
    await page.evaluate(async () => {
      const registration = (await navigator.serviceWorker.getRegistration())!
      await registration.update()
      const fresh = registration.installing ?? registration.waiting!
      while (fresh.state !== 'installed')
        await new Promise((resolve) => fresh.addEventListener('statechange', resolve, { once: true }))
    })
    expect(await offer().count()).toBe(0)
  })

  test('is offered when the lesson is left and nothing waits, and starts on request', async () => {
    await page
      .getByRole('link', { name: /Сегодня/ })
      .first()
      .click()
    await offer().waitFor()
    await page.evaluate(() => Object.assign(window, { before: true }))
    await page.getByRole('button', { name: 'Обновить' }).click()
    await page.getByLabel('Ваш ПИН').waitFor()
    expect(await page.evaluate(() => 'before' in window)).toBe(false)
    expect(await page.locator('meta[name=release]').getAttribute('content')).toBe('next')
    await unlock(page, server)
  })
})

/** Puts another version in the folder that is served: the page and, as after any build, the worker's list of files. */
async function release(folder: string): Promise<void> {
  const page = join(folder, 'index.html')
  await writeFile(
    page,
    (await readFile(page, 'utf8')).replace('<head>', '<head><meta name="release" content="next">'),
  )
  const worker = join(folder, 'sw.js')
  const text = await readFile(worker, 'utf8')
  const changed = text.replace(/(url:"index\.html",revision:")[^"]+/, '$1next')
  expect(changed).not.toBe(text)
  await writeFile(worker, changed)
  for (const name of await readdir(folder))
    if (/^(index\.html|sw\.js)\.(br|gz)$/.test(name)) await rm(join(folder, name))
}
