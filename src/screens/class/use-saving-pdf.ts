import { useCallback, useState } from 'react'
import { russianDate } from '../../domain/reports/table.ts'
import type { PrintedForm } from '../../print/printed-form.ts'
import type { StripsForm } from '../../print/strips-form.ts'
import { saveFile } from '../papers/save-file.ts'
import { useNow } from '../workspace/workspace.ts'

/** Prints a form on the device and gives it to the person as a file; `report` is what the form shows. */
export function useSavingPdf() {
  const { date, clock } = useNow()
  const [saving, setSaving] = useState<'idle' | 'printing' | 'failed'>('idle')
  const savePdf = useCallback(
    async (form: PrintedForm | StripsForm, report: object, file: string) => {
      setSaving('printing')
      try {
        const { makePdf } = await import('../papers/make-pdf.ts')
        const pdf = await makePdf(form, { report, made: `${russianDate(date)} ${clock}` })
        saveFile(`${file}.pdf`, pdf, 'application/pdf')
        setSaving('idle')
      } catch {
        setSaving('failed')
      }
    },
    [date, clock],
  )
  return { saving, savePdf }
}
