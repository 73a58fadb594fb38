import { exportTables } from '../../src/exchange/export-tables.ts'
import { writeFolder } from '../../src/exchange/write-folder.ts'
import type { OpenSchool } from './open-school.ts'
import { foldSchool } from './school-folds.ts'
import type { Done } from './task.ts'

/** `export`: the school as the files of an exchange folder. */
export async function exportFolder({ relay }: OpenSchool): Promise<Done> {
  const { tables, notes } = exportTables(await foldSchool(relay))
  const files = Object.fromEntries(
    [...writeFolder(tables)].map(([name, content]) => [name, Buffer.from(content).toString('base64')]),
  )
  return { ok: true, lines: [...notes, `Выгружено файлов: ${Object.keys(files).length}.`], files }
}
