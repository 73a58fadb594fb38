import { useMemo, useState } from 'react'
import { readJournal } from '../../domain/journal/journal-view.ts'
import { classDocument, type JournalKey, journalDocument } from '../../domain/ledger/documents.ts'
import { columnText, copyFrom, copySheet } from '../../domain/reports/copy-sheet.ts'
import { periodsOfGrade, reportPeriod } from '../../domain/reports/report-period.ts'
import { readClass } from '../../domain/school/class-view.ts'
import { tableForm } from '../../print/table-form.ts'
import { ReportTable } from '../class/reports/report-table.tsx'
import { Button, ButtonLink } from '../design/button.tsx'
import { SelectField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { TableFiles } from '../papers/table-files.tsx'
import { href } from '../route.ts'
import { Reading } from '../workspace/reading.tsx'
import { useDocuments } from '../workspace/use-documents.ts'
import { useNow, useSchool, viewOf } from '../workspace/workspace.ts'
import css from './copy-page.module.css'

const nothing = () => undefined

/** Перенос отметок: a journal's marks of a period, a column at a time, for another system. */
export function CopyPage({ name, journal }: { name: string; journal: JournalKey }) {
  const { copyMarks: texts, journal: words } = useTexts()
  const school = useSchool()
  const { date: today } = useNow()
  const ids = useMemo(() => [journalDocument(journal), classDocument(journal.class)], [journal])
  const open = useDocuments(ids)
  const [document, members] = ids.map((id) => open.get(id))
  const [chosen, setChosen] = useState<string>()
  const [column, setColumn] = useState<number>()
  const [copied, setCopied] = useState<{ column: number; done: boolean }>()
  const periods = useMemo(() => {
    const own = school.classes.get(journal.class)
    if (!own) return []
    const whole = reportPeriod(school, `${own.year}/year`)
    return [...periodsOfGrade(school, own.year, own.grade), ...(whole ? [whole] : [])].filter(
      ({ starts }) => starts <= today,
    )
  }, [school, journal, today])
  const period =
    periods.find(({ id }) => id === chosen) ?? periods.findLast(({ kind }) => kind !== 'year') ?? periods[0]
  const view = document && viewOf(document.fold, readJournal)
  const list = members && viewOf(members.fold, readClass)
  const table = useMemo(
    () => (view && list && period ? copySheet(school, journal, view, list, { period, today }) : undefined),
    [school, journal, view, list, period, today],
  )
  if (!table || !period) return <Reading loaded={false} />
  const columns = table.columns.map(({ title }, index) => ({ title, index })).slice(copyFrom)
  const at = column ?? columns[0]!.index
  const copy = () =>
    navigator.clipboard.writeText(columnText(table, at)).then(
      () => setCopied({ column: at, done: true }),
      () => setCopied({ column: at, done: false }),
    )
  return (
    <div className={css.page}>
      <ButtonLink
        look="quiet"
        icon="back"
        href={href({ screen: 'journal', journal: name })}
        className={css.back}
      >
        {texts.journal}
      </ButtonLink>
      <div>
        <h1>{texts.title}</h1>
        <p className={css.quiet}>{table.subtitle}</p>
      </div>
      <div className={css.row}>
        <SelectField
          label={words.period}
          value={period.id}
          onChange={({ target }) => {
            setChosen(target.value)
            setColumn(undefined)
          }}
        >
          {periods.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
        <SelectField
          label={texts.column}
          value={String(at)}
          onChange={({ target }) => setColumn(Number(target.value))}
        >
          {columns.map(({ title, index }) => (
            <option key={index} value={index}>
              {title}
            </option>
          ))}
        </SelectField>
        <Button look="main" icon="copy" disabled={table.rows.length === 0} onClick={() => void copy()}>
          {texts.copy}
        </Button>
      </div>
      <p role="status" className={css.quiet}>
        {copied?.column === at && copied.done ? texts.copied(table.rows.length) : texts.help}
      </p>
      {copied?.column === at && !copied.done && (
        <textarea readOnly rows={8} value={columnText(table, at)} aria-label={texts.column} />
      )}
      {table.rows.length === 0 ? (
        <Notice tone="empty" icon="person" title={texts.empty} />
      ) : (
        <ReportTable table={table} behind={nothing} onAsk={nothing} />
      )}
      <TableFiles
        name={`${table.title}, ${table.subtitle}`}
        table={table}
        form={() =>
          tableForm(table, {
            organisation: school.profile?.name ?? '',
            widths: [8, 52, ...columns.map(() => 10)],
            words: [1],
            turned: columns.map(({ index }) => index),
            signatures: [{ role: texts.teacher, name: undefined }],
          })
        }
      />
    </div>
  )
}
