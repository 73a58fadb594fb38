import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandLog } from '../../../server/command-line/log.ts'
import { openSchool } from '../../../server/command-line/open-school.ts'
import { classDocument, entity } from '../../../src/domain/ledger/documents.ts'
import { importUser, serverDevice } from '../../../src/domain/ledger/ids.ts'
import { readPdf, run } from '../../print/read-pdf.ts'
import { parta, type Ran, sampleFolder } from './program.ts'

let folder: string
let data: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'parta-paper-'))
  data = join(folder, 'data')
  const founded = await parta('import', sampleFolder, '--school', 'siva', '--data', data)
  if (founded.code !== 0) throw new Error(founded.err)
})
afterAll(() => rmSync(folder, { recursive: true }))

const paper = (period: string, out: string): Promise<Ran> => {
  const of = ['--school', 'siva', '--class', '7А', '--period', period]
  return parta('paper', ...of, '--out', join(folder, out), '--data', data)
}

it('prints the copy of a class and period, and says its digest and sheets', async () => {
  const ran = await paper('2025-26/1', 'journal.pdf')
  expect(ran).toMatchObject({ code: 0, err: '' })
  const [, revision, pages, sheets] =
    /^Редакция данных ([0-9a-f]{4}-[0-9a-f]{4}), страниц (\d+), листов (\d+)\.\n$/.exec(ran.out) ?? []
  expect(Number(pages)).toBe(2 * Number(sheets))
  const printed = await readPdf(new Uint8Array(readFileSync(join(folder, 'journal.pdf'))))
  expect(printed).toHaveLength(Number(pages))
  const text = run(printed[0]!)
  expect(text).toContain('МБОУ«СивинскаяСОШ»БУМАЖНАЯКОПИЯЭЛЕКТРОННОГОКЛАССНОГОЖУРНАЛА7Акласс')
  expect(text).toContain('Классныйруководитель:БабушкинаМарияОлеговна')
  expect(text).toContain(`Редакцияданных${revision},сформировано`)
  expect(text).toMatch(/Принял:заместительдиректорапоУВР_+\/Л\.В\.Колчанова\//)
})

it('refuses a period that the class does not live by, a class and a period that are not there', async () => {
  const half = await paper('2025-26/h1', 'no.pdf')
  expect([half.code, half.err]).toEqual([1, expect.stringContaining('печатают по четвертям')])
  expect(await paper('2025-26/year', 'no.pdf')).toMatchObject({ code: 1 })
  const absent = await paper('2025-26/7', 'no.pdf')
  expect([absent.code, absent.err]).toEqual([1, expect.stringContaining('нет периода 2025-26/7')])
  expect(existsSync(join(folder, 'no.pdf'))).toBe(false)
})

/** Imports the sample folder with another mark in the first line of its marks. */
async function importWith(mark: string): Promise<Ran> {
  const files = join(folder, 'files')
  cpSync(sampleFolder, files, { recursive: true })
  const [head, first, ...rest] = readFileSync(join(files, 'marks.csv'), 'utf8').split('\n')
  const [lesson, work, pupil, , ...more] = first!.split(',')
  writeFileSync(
    join(files, 'marks.csv'),
    [head, [lesson, work, pupil, mark, ...more].join(','), ...rest].join('\n'),
  )
  return parta('import', files, '--school', 'siva', '--data', data)
}

const verify = (copy: string): Promise<Ran> => {
  const of = ['--school', 'siva', '--class', '7А', '--period', '2025-26/1']
  return parta('verify', '--copy', copy, ...of, '--data', data)
}
const revisionIn = ({ out }: Ran) => /[0-9a-f]{4}-[0-9a-f]{4}/.exec(out)![0]

it('tells whether a copy still equals the ledger, since when not, and what has changed', async () => {
  const given = readFileSync(join(sampleFolder, 'marks.csv'), 'utf8').split('\n')[1]!.split(',')[3]!
  const first = revisionIn(await paper('2025-26/1', 'first.pdf'))
  expect(await verify(first.toUpperCase().replace('-', ''))).toMatchObject({ code: 0, err: '' })

  const other = given === '2' ? '3' : '2'
  expect(await importWith(other)).toMatchObject({ code: 0 })
  const second = revisionIn(await paper('2025-26/1', 'second.pdf'))
  expect(second).not.toBe(first)
  const changed = await verify(first)
  expect([changed.code, changed.out]).toEqual([1, ''])
  expect(changed.err).toMatch(/^Копия \S+ устарела: журнал был таким с \S+ \S+ до \S+ \S+\. Теперь редакция /)
  expect(changed.err).toContain(`Теперь редакция ${second}.`)
  const [, , ...cells] = changed.err.trim().split('\n')
  expect(changed.err).toContain(`Изменено клеток: ${cells.length}.`)
  expect(cells).toEqual([
    expect.stringMatching(new RegExp(`^\\S.* · \\d\\d\\.\\d\\d, урок \\d · .*: .*${given}.* → .*${other}`)),
  ])

  // The mark is as it was: the first copy is right again, the second one was right for a while.
  expect(await importWith(given)).toMatchObject({ code: 0 })
  expect(await verify(first)).toMatchObject({ code: 0 })
  expect(await verify(second)).toMatchObject({ code: 1, err: expect.stringContaining('устарела') })
})

/** The deputy head has taken a copy. */
async function accept(digest: string): Promise<void> {
  const school = (await openSchool(data, commandLog))!
  await school.relay.record(classDocument('2025-7a'), [
    {
      writer: { user: importUser, device: serverDevice, as: 'import' },
      entries: [
        {
          entity: entity.paper('2025-26/1'),
          attribute: 'paper.accepted',
          value: { date: '2025-10-30', digest },
        },
      ],
    },
  ])
  await school.close()
}

it('a second printing after an accepted copy says what it stands for, and lists what is different', async () => {
  const accepted = revisionIn(await paper('2025-26/1', 'accepted.pdf'))
  await accept(accepted)
  expect((await paper('2025-26/1', 'same.pdf')).out).not.toContain('взамен')
  expect(await importWith('4')).toMatchObject({ code: 0 })
  const again = await paper('2025-26/1', 'again.pdf')
  expect(again.out).toContain(
    `Печатается взамен сданной 30.10.2025 (редакция ${accepted}), изменено клеток: 1.`,
  )
  const pages = (await readPdf(new Uint8Array(readFileSync(join(folder, 'again.pdf'))))).map(run)
  expect(pages[0]).toContain(`взаменсданной30.10.2025(редакция${accepted}),изменено:1`)
  expect(pages.at(-1)).toMatch(/ИЗМЕНЁННЫЕКЛЕТКИ.*Математика01\.09,урок1/)

  await accept('0000-0000')
  const unknown = await paper('2025-26/1', 'unknown.pdf')
  expect([unknown.code, unknown.out]).toEqual([0, expect.stringContaining('по записям не видно')])
})

it('says so where no state ever had the digest', async () => {
  expect(await verify('0000-0000')).toMatchObject({
    code: 1,
    err: expect.stringContaining('такой редакции на сервере не было'),
  })
})
