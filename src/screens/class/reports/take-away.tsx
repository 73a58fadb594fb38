import type { MadeReport } from '../../../print/made-report.ts'
import { Button } from '../../design/button.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { PdfProgress } from '../../papers/pdf-progress.tsx'
import { saveCsv, saveXlsx } from '../../papers/save-table.ts'
import { usePdf } from '../../papers/use-pdf.ts'
import css from './report-page.module.css'

/** A report as files and on paper. `name`: what it is and of what time. */
export function TakeAway({ name, made }: { name: string; made: MadeReport }) {
  const { ownReport } = useTexts()
  const { saving, savePdf, cancel } = usePdf()
  const file = fileName(name)
  return (
    <>
      <div className={css.row}>
        <Button
          disabled={saving.kind === 'printing'}
          onClick={() => void savePdf(file, () => [{ form: made.form(), report: made.report }])}
        >
          {ownReport.pdf}
        </Button>
        <Button onClick={() => void saveXlsx(file, made.table())}>{ownReport.xlsx}</Button>
        <Button onClick={() => saveCsv(file, made.table())}>{ownReport.csv}</Button>
        <Button onClick={() => print()}>{ownReport.print}</Button>
      </div>
      <PdfProgress saving={saving} onCancel={cancel} />
    </>
  )
}

/** A name that every file system takes. */
export function fileName(words: string): string {
  return words.replace(/[\\/:*?"<>|]/g, '-').replace(/\s+/g, ' ')
}
