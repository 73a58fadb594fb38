import type { Table } from '../../domain/reports/table.ts'
import type { PrintedForm } from '../../print/printed-form.ts'
import { Button } from '../design/button.tsx'
import { useTexts } from '../design/texts/language.tsx'
import css from './pdf-progress.module.css'
import { PdfProgress } from './pdf-progress.tsx'
import { fileName } from './save-file.ts'
import { saveCsv, saveXlsx } from './save-table.ts'
import { usePdf } from './use-pdf.ts'

/**
 * A table as files and on paper. `name`: what it is and of what time; `report`: what the form shows; `alone`: the
 * screen can be printed as it stands.
 */
export function TableFiles({
  name,
  table,
  form,
  report = table,
  alone = false,
}: {
  name: string
  table: Table
  form: () => PrintedForm
  report?: object
  alone?: boolean
}) {
  const { ownReport } = useTexts()
  const { saving, saveForm, cancel } = usePdf()
  const file = fileName(name)
  return (
    <>
      <div className={css.files}>
        <Button disabled={saving.kind === 'printing'} onClick={() => void saveForm(file, form(), report)}>
          {ownReport.pdf}
        </Button>
        <Button onClick={() => void saveXlsx(file, table)}>{ownReport.xlsx}</Button>
        <Button onClick={() => saveCsv(file, table)}>{ownReport.csv}</Button>
        {alone && <Button onClick={() => print()}>{ownReport.print}</Button>}
      </div>
      <PdfProgress saving={saving} onCancel={cancel} />
    </>
  )
}
