import { beforeAll, describe, expect, it } from 'vitest'
import { paperFonts } from '../../server/command-line/report-content.ts'
import { type PaperJournal, paperJournal } from '../../src/domain/paper/paper-journal.ts'
import { reportPeriod } from '../../src/domain/reports/report-period.ts'
import { shortDate } from '../../src/domain/reports/table.ts'
import { type PrintedPaper, paperPdf } from '../../src/print/paper-journal/paper-pdf.ts'
import { classOf } from '../domain/reports/small-school.ts'
import { classId, paperClass, period } from './paper-class.ts'
import { type PlacedText, readPdf, run, squeezed } from './read-pdf.ts'

const stamp = { made: '24.11.2026 21:14', revision: 'ab12-cd34' }
const mm = 72 / 25.4

let journal: PaperJournal
let printed: PrintedPaper
let pages: PlacedText[][]
/** Without spaces; the first page is at 0. */
let texts: string[]

beforeAll(async () => {
  const source = paperClass()
  journal = paperJournal(source, classOf(source, classId), reportPeriod(source.school, period)!)
  printed = await paperPdf(journal, paperFonts(), stamp)
  pages = await readPdf(printed.bytes)
  texts = pages.map(run)
}, 120_000)

/** The pages that the contents name for each part, from 1. */
function contents(): Map<string, [from: number, to: number]> {
  const listed = pages[2]!.map(({ text }) => text)
  const titles = [
    'Общие сведения об обучающихся',
    ...journal.sections.map(({ title }) => title),
    'Сводная ведомость учёта посещаемости',
    'Сводная ведомость учёта успеваемости',
    'Сводная ведомость учёта движения',
    'Замечания по ведению журнала',
    'Лист-заверитель',
  ]
  return new Map(
    titles.map((title) => {
      const at = listed.indexOf(title)
      const [from, to = from] = listed[at + 1]!.split('–')
      return [title, [Number(from), Number(to)]]
    }),
  )
}

describe('the copy of a full class with the longest names and topics', () => {
  it('opens with the title, whose reverse is blank, and ends on an even page', () => {
    expect(texts[0]).toContain(
      'БУМАЖНАЯКОПИЯЭЛЕКТРОННОГОКЛАССНОГОЖУРНАЛА7АклассIчетверть2025/2026учебногогода',
    )
    expect(texts[0]).toContain('Классныйруководитель:КонстантинопольскаяЕкатеринаВладиславовна')
    expect(texts[0]).toMatch(/Принял:заместительдиректорапоУВР_+\/Л\.В\.Колчанова\/М\.П\./)
    expect(texts[0]).toContain(
      squeezed(`Редакция данных ab12-cd34, сформировано 24.11.2026 21:14, листов ${printed.sheets}`),
    )
    expect(pages[1]).toHaveLength(1)
    expect(pages).toHaveLength(printed.pages)
    expect(printed.pages).toBe(2 * printed.sheets)
  })

  it('tells on each page which page and sheet it is, and the digest', () => {
    texts.forEach((text, index) => {
      const page = index + 1
      expect(text).toContain(
        squeezed(`редакция ab12-cd34 · стр. ${page} из ${printed.pages} · лист ${Math.ceil(page / 2)}`),
      )
    })
  })

  it('lists every part where it stands', () => {
    const found = contents()
    for (const { title } of journal.sections) {
      const [from, to] = found.get(title)!
      expect([title, from % 2, to % 2]).toEqual([title, 0, 1])
      for (let page = from; page <= to; page++)
        expect(texts[page - 1]).toMatch(new RegExp(`^${heading(title)}`))
    }
    const upper = (title: string) => squeezed(title.toUpperCase())
    for (const title of ['Общие сведения об обучающихся', 'Замечания по ведению журнала'])
      expect(texts[found.get(title)![0] - 1]).toContain(upper(title))
    expect(texts[found.get('Лист-заверитель')![0] - 1]).toContain('пронумеровано,прошнуровано')
    const [attendance] = found.get('Сводная ведомость учёта посещаемости')!
    expect(texts[attendance - 1]).toContain('СВОДНАЯВЕДОМОСТЬУЧЁТАПОСЕЩАЕМОСТИ')
  })

  it('has marks on even pages and opposite exactly the topics of the same lessons', () => {
    const found = contents()
    for (const section of journal.sections) {
      const [from, to] = found.get(section.title)!
      const listed: string[] = []
      for (let page = from; page < to; page += 2) {
        const left = pages[page - 1]!
        const right = pages[page]!
        const days = left
          .filter(({ text, turned, y }) => !turned && /^\d\d$/.test(text) && y > 740)
          .sort((a, b) => a.x - b.x)
          .map(({ text }) => text)
        expect(days.length).toBeLessThanOrEqual(22)
        const dates = right.filter(({ text }) => /^\d\d\.\d\d$/.test(text)).map(({ text }) => text)
        expect(dates.map((date) => date.slice(0, 2))).toEqual(days)
        if (texts[page - 1]!.includes('1Абдурахманбекова')) listed.push(...dates)
      }
      expect([section.title, listed]).toEqual([
        section.title,
        section.lessons.map(({ date }) => shortDate(date)),
      ])
    }
  })

  it('names every pupil whole on each spread of the class, and each topic whole', () => {
    const [from, to] = contents().get('Русский язык')!
    const all = texts.slice(from - 1, to).join('')
    const says = (words: string | RegExp) =>
      typeof words === 'string' ? all.includes(words) : words.test(all)
    for (const { name } of journal.pupils)
      expect([name, says(squeezed(gridName(name)))]).toEqual([name, true])
    for (const { topic, homework } of journal.sections[0]!.lessons)
      for (const words of [topic, homework]) expect([words, says(squeezed(words))]).toEqual([words, true])
    const others = [
      'выбыла16.09,пр.№31-у',
      'выбыла23.10,пр.№44-у',
      'сентябрь',
      /Поплану____ч\.,проведено48ч\.,контрольных\d+\.Программавыполнена\/отставание____ч\./,
      /Учитель_+\/А\.Я\.Вяткина\//,
    ]
    for (const words of others) expect([words, says(words)]).toEqual([words, true])
  })

  it('keeps off the binding, which is left on odd pages and right on even ones, in no type under 7 pt', () => {
    pages.forEach((page, index) => {
      const landscape = isLandscape(texts[index]!)
      const [left, right] = landscape ? [14, 283] : index % 2 === 0 ? [20, 202] : [8, 190]
      for (const placed of page) {
        expect(placed.size, placed.text).toBeGreaterThanOrEqual(7 - 1e-6)
        expect(placed.x, placed.text).toBeGreaterThanOrEqual(left * mm - 0.1)
        expect(placed.turned ? placed.x : placed.right, placed.text).toBeLessThanOrEqual(right * mm + 0.6)
        expect(placed.y, placed.text).toBeGreaterThanOrEqual((landscape ? 20 : 5) * mm)
        expect(placed.y, placed.text).toBeLessThanOrEqual((landscape ? 190 : 289) * mm)
      }
    })
  })

  it('says how many sheets are laced', () => {
    expect(texts.join('')).toContain(squeezed(`скреплено печатью ${printed.sheets} (`))
  })

  it('printed in place of an accepted one, it says so and ends with what is different', async () => {
    const changes = [
      { part: 'Алгебра', column: '08.09, урок 2', row: 'Ёлкина Мухаббат', from: '4', to: 'Н/5' },
    ]
    const replaced = { accepted: '2025-10-30', revision: '0f0f-1e1e', changes }
    const again = await paperPdf(journal, paperFonts(), stamp, { replaced })
    const words = (await readPdf(again.bytes)).map(run)
    expect(words[0]).toContain('взаменсданной30.10.2025(редакция0f0f-1e1e),изменено:1')
    expect(words.at(-1)).toContain('Алгебра08.09,урок2ЁлкинаМухаббат4Н/5')
    expect(words).toHaveLength(again.pages)
    expect(again.pages).toBe(printed.pages)
  })
})

function heading(title: string): string {
  return squeezed(title).replace(/[()]/g, '\\$&')
}

/** «Фамилия Имя» of a full name. */
function gridName(full: string): string {
  return full.split(' ').slice(0, 2).join(' ')
}

function isLandscape(text: string): boolean {
  return /СВОДНАЯВЕДОМОСТЬ/.test(text)
}
