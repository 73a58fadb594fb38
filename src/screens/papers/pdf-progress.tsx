import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import css from './pdf-progress.module.css'
import type { Saving } from './use-pdf.ts'

/** How far a PDF is, with a way to stop it; why there is none. Nothing while none is made. */
export function PdfProgress({ saving, onCancel }: { saving: Saving; onCancel: () => void }) {
  const { ownReport } = useTexts()
  if (saving.kind === 'idle') return null
  if (saving.kind === 'failed')
    return (
      <Notice tone="act" icon="alert">
        {ownReport.failed}
      </Notice>
    )
  return (
    <div className={css.progress}>
      <p role="status">{ownReport.printing(saving.pages)}</p>
      <progress value={saving.share} aria-label={ownReport.printing(saving.pages)} />
      <Button onClick={onCancel}>{ownReport.cancel}</Button>
    </div>
  )
}
