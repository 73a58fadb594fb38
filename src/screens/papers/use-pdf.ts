import { useEffect, useRef, useState } from 'react'
import { russianDate } from '../../domain/reports/table.ts'
import { useNow } from '../workspace/workspace.ts'
import type { PackagePart } from './make-pdf.ts'
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
  /** Prints the parts one after another and gives the person the file; `name` without its ending. */
  const savePdf = async (
    name: string,
    parts: () => readonly [PackagePart, ...PackagePart[]] | Promise<readonly [PackagePart, ...PackagePart[]]>,
  ) => {
    const mine = new AbortController()
    controller.current = mine
    setSaving({ kind: 'printing', pages: 0, share: 0 })
    try {
      const { makePackage } = await import('./make-pdf.ts')
      const pdf = await makePackage(await parts(), {
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
  return { saving, savePdf, cancel: () => controller.current?.abort() }
}
