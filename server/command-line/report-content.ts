import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tableCsv } from '../../src/domain/reports/table-csv.ts'
import type { MadeReport } from '../../src/print/made-report.ts'
import type { PaperFonts } from '../../src/print/paper.ts'
import type { TaskOf } from './task.ts'

/** A report in the format asked for. `time`: when it was made, as paper says it ("24.11.2026 21:14"). */
export async function contentOf(
  { report, table, form }: MadeReport,
  format: TaskOf<'report'>['format'],
  time: string,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`
    case 'csv':
      return tableCsv(table())
    // Loaded on demand: other commands need not wait for them.
    case 'xlsx':
      return (await import('../../src/exchange/table-xlsx.ts')).tableXlsx(table())
    case 'pdf': {
      const { formPdf } = await import('../../src/print/form-pdf.ts')
      const { revisionOf } = await import('../../src/print/revision.ts')
      return formPdf(form(), paperFonts(), { made: time, revision: await revisionOf(report) })
    }
  }
}

/** PT Sans Narrow from its package. */
export function paperFonts(): PaperFonts {
  const { resolve } = createRequire(import.meta.url)
  const read = (file: string) => readFileSync(resolve(`@expo-google-fonts/pt-sans-narrow/${file}`))
  return {
    regular: read('400Regular/PTSansNarrow_400Regular.ttf'),
    bold: read('700Bold/PTSansNarrow_700Bold.ttf'),
  }
}
