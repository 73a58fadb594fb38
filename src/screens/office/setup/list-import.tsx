import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { writeDocuments } from '../../../device/write-documents.ts'
import type { DocumentId } from '../../../domain/ledger/documents.ts'
import type { Entry } from '../../../domain/ledger/fact.ts'
import type { Known } from '../../../exchange/known.ts'
import type { TableName } from '../../../exchange/layout.ts'
import type { Header, Target } from '../../../exchange/sheets/header.ts'
import type { Decision, Decisions, Namesake } from '../../../exchange/sheets/namesakes.ts'
import type { Sheet, SheetReading } from '../../../exchange/sheets/sheet.ts'
import { wholeImport } from '../../../exchange/sheets/whole-import.ts'
import { Button } from '../../design/button.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { ColumnMapping } from '../../tables/column-mapping.tsx'
import { FaultsNotice } from '../../tables/faults-notice.tsx'
import { likeliestSheet, previewRows } from '../../tables/mapped-sheet.ts'
import { TableSource } from '../../tables/table-source.tsx'
import { useWorkspace } from '../../workspace/workspace.ts'
import { ImportPreview, type ImportPreviewProps } from './import-preview.tsx'
import css from './setup.module.css'

export interface ListImportProps<F extends string, T extends TableName> {
  target: Target<F>
  /** What each field of the target is called. */
  names: Readonly<Record<F, string>>
  rare?: readonly F[]
  /** The columns of the preview. */
  columns: ImportPreviewProps['columns']
  read: (
    sheet: Sheet,
    header: Header<F>,
    decisions: Decisions,
  ) => SheetReading<T> & { namesakes?: readonly Namesake[] }
  known: Known
  /** «Е. П. Носков, 7А»: whom the school has under an id. */
  person?: (id: string) => string
  /** «Записать 28 учеников» */
  takeLabel: (count: number) => string
  /** What is counted for it. */
  counted: T
  /** Hears of every way in which the list is to be read. */
  onRead?: (sheet: Sheet, header: Header<F>, decisions: Decisions) => void
  onDone: (count: number) => void
  onBack: () => void
}

/** A list from a file: its columns, what comes of it row by row, and then all of it is written or nothing. */
export function ListImport<F extends string, T extends TableName>(props: ListImportProps<F, T>) {
  const { setup } = useTexts()
  const [sheets, setSheets] = useState<readonly [Sheet, ...Sheet[]]>()
  return (
    <section className={css.section} aria-label={setup.fromFile}>
      {sheets ? (
        <Mapping {...props} sheets={sheets} onAgain={() => setSheets(undefined)} />
      ) : (
        <>
          <p className={css.lead}>{setup.fromFileLead}</p>
          <TableSource onSheets={setSheets} />
          <div className={css.buttons}>
            <Button look="quiet" icon="back" onClick={props.onBack}>
              {setup.toList}
            </Button>
          </div>
        </>
      )}
    </section>
  )
}

const noNamesakes: readonly Namesake[] = []

/** A list as it was read last, and what would be written of it. */
interface ReadList<T extends TableName> extends ReturnType<typeof previewRows> {
  reading: SheetReading<T> & { namesakes?: readonly Namesake[] }
  whole: ReturnType<typeof wholeImport> | undefined
}

type Writing = { kind: 'no' } | { kind: 'yes'; done: number; total: number } | { kind: 'failed' }

function Mapping<F extends string, T extends TableName>({
  sheets,
  onAgain,
  target,
  names,
  rare = [],
  columns,
  read,
  known,
  person = (id) => id,
  takeLabel,
  counted,
  onRead,
  onDone,
  onBack,
}: ListImportProps<F, T> & { sheets: readonly [Sheet, ...Sheet[]]; onAgain: () => void }) {
  const { tables: texts, setup } = useTexts()
  const { session } = useWorkspace()
  const [mapped, setMapped] = useState(() => likeliestSheet(sheets, target))
  const [decisions, setDecisions] = useState<Decisions>(new Map())
  const [writing, setWriting] = useState<Writing>({ kind: 'no' })
  const running = useRef(false)
  const { sheet, header } = mapped
  const agreed = useRef<ReadList<T>>(null)
  const isWriting = writing.kind === 'yes'
  useEffect(() => {
    if (!isWriting) onRead?.(sheet, header, decisions)
  }, [isWriting, onRead, sheet, header, decisions])
  const { reading, whole, rows, general } = useMemo(() => {
    // While it is being written, the school changes under the preview with every class: what was agreed to stays in view,
    // and a list of hundreds is not read anew each time.
    if (isWriting && agreed.current) return agreed.current
    const reading = read(sheet, header, decisions)
    const whole = reading.tables && wholeImport(reading.tables, known)
    agreed.current = { reading, whole, ...previewRows(reading) }
    return agreed.current
  }, [isWriting, read, sheet, header, decisions, known])
  const shown = useRef({ columns, person })
  if (!isWriting) shown.current = { columns, person }
  const faults = [...general, ...(whole && !whole.ok ? whole.faults : [])]
  const count = reading.tables?.[counted].length ?? reading.preview.length

  const take = async (entries: ReadonlyMap<DocumentId, readonly Entry[]>) => {
    if (running.current) return
    running.current = true
    setWriting({ kind: 'yes', done: 0, total: entries.size })
    try {
      await writeDocuments(session, entries, (done) => setWriting({ kind: 'yes', done, total: entries.size }))
      onDone(count)
    } catch {
      setWriting({ kind: 'failed' })
    } finally {
      running.current = false
    }
  }
  const decide = useCallback((row: number, decision: Decision | undefined) => {
    setDecisions((before) => {
      const next = new Map(before)
      if (decision) next.set(row, decision)
      else next.delete(row)
      return next
    })
  }, [])
  return (
    <>
      <ColumnMapping
        sheets={sheets}
        target={target}
        names={names}
        rare={rare}
        mapped={mapped}
        onMapped={(next) => {
          setMapped(next)
          setDecisions(new Map())
        }}
      />
      <section className={css.section} aria-labelledby="preview">
        <h2 id="preview">{texts.preview}</h2>
        <FaultsNotice rows={rows} general={faults} />
        <ImportPreview
          rows={rows}
          columns={shown.current.columns}
          namesakes={reading.namesakes ?? noNamesakes}
          decisions={decisions}
          person={shown.current.person}
          onDecide={decide}
        />
      </section>
      <div className={css.foot}>
        <p role="status">
          {writing.kind === 'yes' && setup.writing(writing.done, writing.total)}
          {writing.kind === 'failed' && setup.notWritten}
        </p>
        <div className={css.buttons}>
          <Button look="quiet" onClick={onBack} disabled={isWriting}>
            {setup.toList}
          </Button>
          <Button onClick={onAgain} disabled={isWriting}>
            {texts.again}
          </Button>
          <Button
            look="main"
            disabled={!whole?.ok || isWriting}
            onClick={() => whole?.ok && void take(whole.entries)}
          >
            {takeLabel(count)}
          </Button>
        </div>
      </div>
    </>
  )
}
