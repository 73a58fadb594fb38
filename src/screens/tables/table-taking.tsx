import { type ReactNode, useState } from 'react'
import type { Sheet } from '../../exchange/sheets/sheet.ts'
import { Button } from '../design/button.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { TableSource } from './table-source.tsx'
import css from './tables.module.css'

/** Taking a table from a file or pasted rows: first where it is, then what `children` make of it. */
export function TableTaking({
  title,
  lead,
  onBack,
  children,
}: {
  title: string
  lead: string
  onBack: () => void
  children: (sheets: readonly [Sheet, ...Sheet[]], onAgain: () => void) => ReactNode
}) {
  const { matrix } = useTexts()
  const [sheets, setSheets] = useState<readonly [Sheet, ...Sheet[]]>()
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1 key={sheets ? 'table' : 'source'} ref={startHere} tabIndex={-1}>
          {title}
        </h1>
        <Button look="quiet" icon="back" onClick={onBack}>
          {matrix.back}
        </Button>
      </header>
      {sheets ? (
        children(sheets, () => setSheets(undefined))
      ) : (
        <>
          <p className={css.quiet}>{lead}</p>
          <TableSource onSheets={setSheets} />
        </>
      )}
    </div>
  )
}

/** Each step begins at its heading, for the eye and for a screen reader. */
function startHere(heading: HTMLHeadingElement | null): void {
  heading?.focus({ preventScroll: true })
  if (heading) scrollTo(0, 0)
}
