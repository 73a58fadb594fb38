import { useEffect, useRef, useState } from 'react'
import { russianDate } from '../../domain/reports/table.ts'
import type { PrintedForm } from '../../print/printed-form.ts'
import type { StripsForm } from '../../print/strips-form.ts'
import { useNow } from '../workspace/workspace.ts'
import type { PackageOptions, PackagePart } from './make-pdf.ts'
import { saveFile } from './save-file.ts'

/** Where making a PDF stands; `share` (0 to 1): how much of it is printed. */
export type Saving =
  | { kind: 'idle' }
  | { kind: 'printing'; pages: number; share: number }
  | { kind: 'failed' }

/** Making PDFs in a thread of their own: how far it is, and a way to stop it. Leaving the screen stops it. */
export function usePdf() {
  const now = useNow()
  const [saving, setSaving] = useState<Saving>({ kind: 'idle' })
  const controller = useRef<AbortController>(undefined)
  useEffect(() => () => controller.current?.abort(), [])
  const save = async (name: string, make: (options: PackageOptions) => Promise<Uint8Array>) => {
    const mine = new AbortController()
    controller.current = mine
    setSaving({ kind: 'printing', pages: 0, share: 0 })
    try {
      const pdf = await make({
        made: `${russianDate(now.date)} ${now.clock}`,
        signal: mine.signal,
        onPage: (pages, share) => setSaving({ kind: 'printing', pages, share }),
      })
      saveFile(`${name}.pdf`, pdf, 'application/pdf')
      setSaving({ kind: 'idle' })
    } catch {
      setSaving({ kind: mine.signal.aborted ? 'idle' : 'failed' })
    }
  }
  /** Prints the parts one after another and gives the person the file; `name` without its ending. */
  const savePdf = (
    name: string,
    parts: () => readonly [PackagePart, ...PackagePart[]] | Promise<readonly [PackagePart, ...PackagePart[]]>,
  ) =>
    save(name, async (options) => {
      const { makePackage } = await import('./make-pdf.ts')
      return makePackage(await parts(), options)
    })
  /** Prints one form, or a sheet of strips; `report` is what it shows. */
  const saveForm = (name: string, form: PrintedForm | StripsForm, report: object) =>
    save(name, async (options) => {
      const { makePdf } = await import('./make-pdf.ts')
      return makePdf(form, { ...options, report })
    })
  return { saving, savePdf, saveForm, cancel: () => controller.current?.abort() }
}
