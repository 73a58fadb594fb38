import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signInLink } from '../../src/screens/sign-in/sign-in-link.ts'
import { SlowProxy } from '../bench/slow-proxy.ts'
import { type MailServer, startMail } from '../server/delivery/mail-server.ts'
import { Tablet } from './chromium.ts'
import { faults } from './faults.ts'
import { SchoolServer } from './school-server.ts'
import { firstSignIn, invitation, password } from './teacher.ts'

/** EDGE as a village has it: a second there and back, 50 kbit/s. */
const [delay, speed] = [500, 6_250]

describe('a mother with a cheap phone on EDGE', () => {
  let server: SchoolServer
  let mail: MailServer
  let line: SlowProxy
  let phone: Tablet
  let tablet: Tablet | undefined
  let page: Page
  let desk: Page
  let home: string

  beforeAll(async () => {
    mail = await startMail()
    server = await SchoolServer.demo({
      env: {
        PARTA_SMTP_HOST: '127.0.0.1',
        PARTA_SMTP_PORT: String(mail.port),
        PARTA_SMTP_TLS: 'none',
        PARTA_SMTP_FROM: 'journal@school.example',
      },
    })
    line = await SlowProxy.start(server.port, delay, speed)
    home = `http://localhost:${line.port}/diary/`
    phone = await Tablet.start()
    page = await phone.page()
    await page.setViewportSize({ width: 390, height: 844 })
  }, 200_000)

  afterAll(async () => {
    await phone?.discard()
    await tablet?.discard()
    await line?.stop()
    await server?.discard()
    await mail?.stop()
  })

  test('the slip’s link leads to the diary of both children', async () => {
    const { login, code } = invitation(server, 'мама')
    await page.goto(home + signInLink({ login, code }))
    await page.waitForURL(home)
    await page.getByLabel('Придумайте пароль').fill(password)
    await page.getByLabel('Пароль ещё раз').fill(password)
    await page.getByRole('button', { name: 'Войти', exact: true }).click()
    await page
      .getByRole('heading', { level: 2, name: /понедельник|вторник|среда/ })
      .first()
      .waitFor()
    await expect
      .poll(() => page.getByRole('navigation', { name: 'Чей дневник' }).getByRole('link').count())
      .toBe(2)
    await page.getByText(/^Обновлено/).waitFor()
    // The page's own style is allowed by its policy.
    const gap = () => getComputedStyle(document.documentElement).getPropertyValue('--tap')
    expect(await page.evaluate(gap)).toBe('48px')
  })

  test('marks, averages and absences are told by period', async () => {
    await page.getByRole('link', { name: 'Отметки' }).click()
    await page.getByRole('heading', { name: 'Отметки', exact: true }).waitFor()
    await page.getByText('средняя').first().waitFor()
    await page.getByRole('heading', { name: 'Итоговые отметки' }).waitFor()
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: 'Помощь' }).click()
    await page.getByText(/^Инструкция классного руководителя, п\./).waitFor()
    expect(await faults(page)).toEqual([])
    await page.getByRole('button', { name: 'Закрыть' }).click()
  })

  test('a letter goes to the class teacher and is answered, each written without a line', async () => {
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await page.getByRole('link', { name: 'Письма' }).click()
    await phone.context.setOffline(true)
    await page.getByLabel('Новое письмо').fill('Нужна ли завтра сменная обувь?')
    await page.getByRole('button', { name: 'Отправить' }).click()
    await page.getByText('ждёт связи').waitFor()
    await page.getByRole('button', { name: 'Сообщить об отсутствии' }).click()
    await page.getByLabel('Причина').fill('соревнования')
    await page.getByRole('button', { name: 'Сообщить', exact: true }).click()
    // It is on the phone, not in the page alone.
    await page.reload()
    await expect.poll(() => page.getByText('ждёт связи').count()).toBe(2)
    await phone.context.setOffline(false)
    await page.getByText('отправлено', { exact: true }).waitFor()

    tablet = await Tablet.start()
    desk = await firstSignIn(tablet, server, 'классный руководитель')
    await desk.getByRole('link', { name: 'Мой класс' }).first().click()
    await desk.getByRole('link', { name: 'К письмам' }).click()
    await desk
      .getByRole('listitem')
      .filter({ hasText: 'новых: 1' })
      .getByRole('link', { name: /^Открыть/ })
      .click()
    await desk.getByText('Нужна ли завтра сменная обувь?').waitFor()
    await tablet.context.setOffline(true)
    await desk.getByLabel('Письмо').fill('Да, нужна каждый день.')
    await desk.getByRole('button', { name: 'Отправить' }).click()
    await desk.getByRole('button', { name: 'Принять' }).click()
    await desk.getByText('ждёт связи').waitFor()
    expect(await faults(desk)).toEqual([])
    await tablet.context.setOffline(false)
    await desk.getByText('отправлено', { exact: true }).waitFor()

    await page.reload()
    await page.getByText('Да, нужна каждый день.').waitFor()
    await page.getByText('прочитано', { exact: true }).waitFor()
    await page.getByText(/^принято/).waitFor()
    await desk.getByText(/^прочитано:/).waitFor()
    await desk.getByRole('link', { name: 'Причины' }).click()
    await desk
      .getByText(/заявление родителей/)
      .first()
      .waitFor()
    expect(await faults(page)).toEqual([])
  })

  test('the fortnightly report comes as a letter, is acknowledged, and the register says so', async () => {
    await desk.getByRole('link', { name: 'Семьи' }).click()
    await desk.getByLabel('Как известить').selectOption('letter')
    await desk.getByRole('button', { name: /^Выбрать всех/ }).click()
    await desk.getByRole('button', { name: /^Отправить письма/ }).click()
    await desk.getByText(/^Писем: /).waitFor()
    await desk.getByText('Всё на сервере').first().waitFor()
    await page.reload()
    await page.getByText(/Успеваемость и посещаемость с/).waitFor()
    await page
      .getByRole('listitem')
      .filter({ hasText: /, письмом/ })
      .getByRole('button', { name: 'Ознакомлен(а)' })
      .click()
    await page.getByText(/^вы ознакомились/).waitFor()
    await desk.getByRole('button', { name: /^Семья: Обухова/ }).click()
    await desk.getByText(/^ознакомлены: Обухова/).waitFor()
    expect(await faults(desk)).toEqual([])
  })

  test('the report goes to who consented to e-mail, the register says so, and who signed in is counted', async () => {
    await desk.getByLabel('Как известить').selectOption('email')
    await desk.getByRole('button', { name: /^Выбрать всех/ }).click()
    await desk.getByRole('button', { name: /^Отправить: / }).click()
    await desk
      .getByText(/24\sноября, по электронной почте/)
      .first()
      .waitFor()
    const [letter] = mail.received
    expect(letter?.headers.get('subject')).toMatch(/^Сведения об успехах, .+–24\.11$/)
    expect(letter?.to).toEqual([expect.stringMatching(/@example\.org$/)])
    await desk
      .getByText(/: нет согласия на письма и сообщения/)
      .first()
      .waitFor()
    await desk.getByRole('link', { name: 'Дневник', exact: true }).click()
    await desk.getByText(/^Семей пользуются: [1-9]/).waitFor()
  })

  test('without a line the diary opens, says how old it is, and lets nobody in who lacks the PIN', async () => {
    await page.getByRole('link', { name: 'Ещё' }).click()
    await page.getByLabel(/Новый ПИН/).fill('582913')
    await page.getByRole('button', { name: 'Поставить ПИН' }).click()
    await page.getByText('Дневник закрыт ПИНом.').waitFor()
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await line.stop()
    await page.goto(home)
    await page.getByLabel('ПИН', { exact: true }).fill('111111')
    await page.keyboard.press('Enter')
    await page.getByText('ПИН не подходит. Осталось 4 попытки.').waitFor()
    await page.getByLabel('ПИН', { exact: true }).fill('582913')
    await page.keyboard.press('Enter')
    await page.getByText(/^Нет связи\. Показано то, что пришло/).waitFor()
    await page
      .getByRole('heading', { level: 2, name: /понедельник|вторник|среда/ })
      .first()
      .waitFor()
    expect(await faults(page)).toEqual([])
  })
})
