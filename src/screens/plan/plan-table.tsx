import { useId, useState } from 'react'
import type { PlanEntry } from '../../domain/journal/journal-view.ts'
import type { PlanContent } from '../../domain/journal/plan-editing.ts'
import type { PlanLayout } from '../../domain/journal/plan-layout.ts'
import { readSheets, readSheetText, type SheetsReading } from '../../exchange/sheets/read-sheets.ts'
import type { Sheet } from '../../exchange/sheets/sheet.ts'
import { Button } from '../design/button.tsx'
import { TextAreaField } from '../design/field.tsx'
import { useTexts } from '../design/texts/language.tsx'
import css from './plan.module.css'
import { PlanMapping } from './plan-mapping.tsx'
import tableCss from './plan-table.module.css'
import { readWorkbook } from './workbook.ts'

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
  const [text, setText] = useState('')
  const [sheets, setSheets] = useState<readonly [Sheet, ...Sheet[]]>()
  const [problem, setProblem] = useState<{ of: 'text' | 'file'; why: string }>()
  const fileNote = useId()
  const [reading, setReading] = useState(false)

  const take = (of: 'text' | 'file', found: SheetsReading) => {
    const [first, ...others] = found.ok ? found.sheets : []
    setSheets(first && [first, ...others])
    setProblem(found.ok ? undefined : { of, why: found.why })
  }
  const readFile = async (file: File) => {
    setReading(true)
    try {
      take('file', await sheetsOf(file))
    } catch {
      // The file went away under our hands, or this chunk is not on the device.
      setProblem({ of: 'file', why: texts.table.failed })
    } finally {
      setReading(false)
    }
  }
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
        <form
          className={tableCss.source}
          onSubmit={(event) => {
            event.preventDefault()
            take('text', readSheetText(text))
          }}
        >
          <TextAreaField
            label={texts.table.paste}
            hint={texts.table.pasteHint}
            problem={problem?.of === 'text' ? sentence(problem.why) : undefined}
            rows={10}
            wrap="off"
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
          <Button type="submit" look="main" disabled={text.trim() === ''}>
            {texts.table.read}
          </Button>
          <div className={tableCss.file}>
            <label>
              {texts.table.file}
              <input
                type="file"
                accept=".xlsx,.csv,.docx,.txt,.tsv"
                aria-describedby={fileNote}
                onChange={({ target }) => {
                  const [file] = target.files ?? []
                  if (file) void readFile(file)
                  // The same file, mended, can be chosen again.
                  target.value = ''
                }}
              />
            </label>
            <p id={fileNote} role="status" className={problem?.of === 'file' ? tableCss.fault : undefined}>
              {reading ? texts.table.reading : problem?.of === 'file' && sentence(problem.why)}
            </p>
          </div>
        </form>
      )}
    </div>
  )
}

/** Each step begins at its heading, for the eye and for a screen reader. */
function startHere(heading: HTMLHeadingElement | null): void {
  heading?.focus({ preventScroll: true })
  if (heading) scrollTo(0, 0)
}

async function sheetsOf(file: File): Promise<SheetsReading> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return readSheets(file.name, bytes, readWorkbook)
}

/** What is said within a line, as a sentence of its own. */
function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
