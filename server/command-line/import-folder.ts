import { type DocumentId, schoolDocument } from '../../src/domain/ledger/documents.ts'
import type { Fold } from '../../src/domain/ledger/fold.ts'
import { importUser, serverDevice } from '../../src/domain/ledger/ids.ts'
import { assertionsOf } from '../../src/exchange/assertions.ts'
import { exportTables } from '../../src/exchange/export-tables.ts'
import type { Fault } from '../../src/exchange/fault.ts'
import { planImport } from '../../src/exchange/import-plan.ts'
import { readFolder } from '../../src/exchange/read-folder.ts'
import { recordPeople } from '../accounts/people.ts'
import type { OpenSchool } from './open-school.ts'
import { Refusal } from './outcome.ts'
import { foldSchool } from './school-folds.ts'
import { type Done, said, type TaskOf } from './task.ts'

const writer = { user: importUser, device: serverDevice, as: 'import' } as const

/** `import`: all of a folder, or nothing when one row of it is wrong. The first one founds the school. */
export async function importFolder(
  { relay, accounts }: OpenSchool,
  { files, school: id }: TaskOf<'import'>,
): Promise<Done> {
  const contents = new Map(
    Object.entries(files).map(([name, content]) => [name, new Uint8Array(Buffer.from(content, 'base64'))]),
  )
  const known = exportTables(await foldSchool(relay))
  const founded = known.tables.school[0]?.id
  if (founded !== undefined && founded !== id)
    throw new Refusal(`В этой папке данных школа «${founded}», а не «${id}».`)
  const reading = readFolder(contents, known, id)
  if (!reading.ok) throw new Refusal(refusalOf(reading.faults))
  const { tables, notes } = reading
  if (founded === undefined && tables.school.length === 0)
    throw new Refusal('Школы ещё нет: для первого импорта нужен school.csv с её строкой.')

  const assertions = assertionsOf(tables, known)
  const folds = new Map<DocumentId, Fold>()
  for (const { document } of assertions)
    if (!folds.has(document)) folds.set(document, await relay.foldOf(document))
  const plan = [...planImport(assertions, (document) => folds.get(document)!)]
  // Rights and names first: what follows is read by them.
  plan.sort(([a], [b]) => Number(b === schoolDocument) - Number(a === schoolDocument))
  let written = 0
  for (const [document, entries] of plan) {
    await relay.record(document, [{ writer, entries }])
    written += entries.length
  }
  await recordPeople(accounts, relay)
  return said(
    ...notes,
    written === 0 ? 'Изменений нет: всё это в школе уже есть.' : `Записано значений: ${written}.`,
  )
}

function refusalOf(faults: readonly Fault[]): string {
  const lines = faults.map(({ file, line, column, why }) => {
    const place = [
      file,
      ...(line > 0 ? [`строка ${line}`] : []),
      ...(column === '' ? [] : [`столбец ${column}`]),
    ]
    return `${place.join(', ')}: ${why}`
  })
  return [...lines, `Ошибок: ${faults.length}. Ничего не записано: исправьте их и повторите.`].join('\n')
}
