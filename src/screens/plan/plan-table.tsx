import { useState } from 'react'
import type { PlanEntry } from '../../domain/journal/journal-view.ts'
import type { PlanContent } from '../../domain/journal/plan-editing.ts'
import type { PlanLayout } from '../../domain/journal/plan-layout.ts'
import type { Sheet } from '../../exchange/sheets/sheet.ts'
import { Button } from '../design/button.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { TableSource } from '../tables/table-source.tsx'
import css from './plan.module.css'
import { PlanMapping } from './plan-mapping.tsx'

export interface PlanTableProps {
  plan: readonly PlanEntry[]
  /** Entries, from the first, that are held or begun. */
  kept: number
  layOut: (plan: readonly PlanEntry[]) => PlanLayout
  onBack: () => void
  /** Takes the entries in place of everything behind the first `kept`. */
  onTake: (entries: readonly PlanContent[], kept: number) => void
}

/** A plan from a table that the teacher has: pasted or of a file, then its columns and what comes out. */
export function PlanTable({ plan, kept, layOut, onBack, onTake }: PlanTableProps) {
  const { plan: texts } = useTexts()
  const [sheets, setSheets] = useState<readonly [Sheet, ...Sheet[]]>()
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1 key={sheets ? 'columns' : 'source'} ref={startHere} tabIndex={-1}>
          {texts.table.title}
        </h1>
        <Button look="quiet" icon="back" onClick={onBack}>
          {texts.table.back}
        </Button>
      </header>
      {sheets ? (
        <PlanMapping
          sheets={sheets}
          plan={plan}
          kept={kept}
          layOut={layOut}
          onTake={onTake}
          onAgain={() => setSheets(undefined)}
        />
      ) : (
        <TableSource onSheets={setSheets} />
      )}
    </div>
  )
}

/** Each step begins at its heading, for the eye and for a screen reader. */
function startHere(heading: HTMLHeadingElement | null): void {
  heading?.focus({ preventScroll: true })
  if (heading) scrollTo(0, 0)
}
