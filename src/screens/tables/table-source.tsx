import { useId, useState } from 'react'
import { readSheets, readSheetText, type SheetsReading } from '../../exchange/sheets/read-sheets.ts'
import type { Sheet } from '../../exchange/sheets/sheet.ts'
import { Button } from '../design/button.tsx'
import { TextAreaField } from '../design/field.tsx'
import { useTexts } from '../design/texts/language.tsx'
import css from './tables.module.css'
import { readWorkbook } from './workbook.ts'

/** Where a table comes from: pasted from a spreadsheet, or of a file. */
export function TableSource({ onSheets }: { onSheets: (sheets: readonly [Sheet, ...Sheet[]]) => void }) {
  const { tables } = useTexts()
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<{ of: 'text' | 'file'; why: string }>()
  const fileNote = useId()
  const [reading, setReading] = useState(false)

  const take = (of: 'text' | 'file', found: SheetsReading) => {
    setProblem(found.ok ? undefined : { of, why: found.why })
    const [first, ...others] = found.ok ? found.sheets : []
    if (first) onSheets([first, ...others])
  }
  const readFile = async (file: File) => {
    setReading(true)
    try {
      take('file', await sheetsOf(file))
    } catch {
      // The file went away under our hands, or this chunk is not on the device.
      setProblem({ of: 'file', why: tables.failed })
    } finally {
      setReading(false)
    }
  }
  return (
    <form
      className={css.source}
      onSubmit={(event) => {
        event.preventDefault()
        take('text', readSheetText(text))
      }}
    >
      <div className={css.file}>
        <label>
          {tables.file}
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
        <p id={fileNote} role="status" className={problem?.of === 'file' ? css.fault : undefined}>
          {reading ? tables.reading : problem?.of === 'file' && sentence(problem.why)}
        </p>
      </div>
      <TextAreaField
        label={tables.paste}
        hint={tables.pasteHint}
        problem={problem?.of === 'text' ? sentence(problem.why) : undefined}
        rows={10}
        wrap="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button type="submit" disabled={text.trim() === ''}>
        {tables.read}
      </Button>
    </form>
  )
}

async function sheetsOf(file: File): Promise<SheetsReading> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return readSheets(file.name, bytes, readWorkbook)
}

/** What is said within a line, as a sentence of its own. */
export function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
