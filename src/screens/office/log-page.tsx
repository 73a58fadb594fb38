import { type FormEvent, useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { russianDate, type Table } from '../../domain/reports/table.ts'
import { tableCsv } from '../../domain/reports/table-csv.ts'
import { schoolClock, schoolDate } from '../../domain/school/school-date.ts'
import { type LogAnswer, type LogLine, logAnswer, logKinds } from '../../sync/office-answers.ts'
import { Button } from '../design/button.tsx'
import { SelectField, TextField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { saveFile } from '../papers/save-file.ts'
import { freshAccess } from '../workspace/access.ts'
import { useSchool, useWorkspace } from '../workspace/workspace.ts'
import css from './keeping.module.css'

/** Pages of an export: some ten thousand lines, more is asked for by narrower dates. */
const exportedPages = 170

interface Search {
  q: string
  kind: string
  from: string
  to: string
}

const everything: Search = { q: '', kind: '', from: '', to: '' }

/** Кто что сделал: the school's log, searched on the server, page by page. */
export function LogPage() {
  const { sync } = useWorkspace()
  const { log: texts } = useTexts()
  const format = useFormat()
  const timezone = useSchool().profile?.timezone
  const { line } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  const ask = useAsking()
  const [draft, setDraft] = useState(everything)
  const [search, setSearch] = useState(everything)
  const [found, setFound] = useState<LogAnswer>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let current = true
    setFound(undefined)
    setFailed(false)
    void ask(search).then((answer) => {
      if (!current) return
      setFailed(answer === null)
      if (answer) setFound(answer)
    })
    return () => {
      current = false
    }
  }, [ask, search])

  async function more() {
    const answer = await ask(search, found?.lines.at(-1)?.id)
    setFailed(answer === null)
    if (answer && found) setFound({ lines: [...found.lines, ...answer.lines], more: answer.more })
  }

  async function save(kind: 'csv' | 'xlsx') {
    const lines: LogLine[] = []
    for (let page = 0; page < exportedPages; page++) {
      const answer = await ask(search, lines.at(-1)?.id)
      if (!answer) return setFailed(true)
      lines.push(...answer.lines)
      if (!answer.more) break
    }
    const table = logTable(lines)
    if (kind === 'csv') return saveFile(`${texts.fileName}.csv`, tableCsv(table), 'text/csv')
    const { tableXlsx } = await import('../../exchange/table-xlsx.ts')
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    saveFile(`${texts.fileName}.xlsx`, await tableXlsx(table), type)
  }

  function logTable(lines: readonly LogLine[]): Table {
    const when = ({ at }: LogLine) => `${russianDate(schoolDate(at, timezone))} ${schoolClock(at, timezone)}`
    return {
      title: texts.title,
      subtitle: texts.fileName,
      columns: texts.columns.map((title) => ({ title })),
      rows: lines.map((one) => [when(one), one.who, texts.kinds[one.kind], one.what]),
      totals: [],
      footnotes: [],
    }
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setSearch({ ...draft })
  }

  const field = (name: keyof Search) => ({
    value: draft[name],
    onChange: (event: { target: { value: string } }) => setDraft({ ...draft, [name]: event.target.value }),
  })
  return (
    <div className={css.page}>
      <h1>{texts.title}</h1>
      <form className={css.search} onSubmit={submit}>
        <TextField label={texts.words} hint={texts.wordsHint} type="search" {...field('q')} />
        <SelectField label={texts.kind} {...field('kind')}>
          <option value="">{texts.allKinds}</option>
          {logKinds.map((kind) => (
            <option key={kind} value={kind}>
              {texts.kinds[kind]}
            </option>
          ))}
        </SelectField>
        <TextField label={texts.from} type="date" {...field('from')} />
        <TextField label={texts.to} type="date" {...field('to')} />
        <Button type="submit" look="main">
          {texts.find}
        </Button>
      </form>
      {failed && <Notice icon="noLine">{texts.noLine}</Notice>}
      {!found && !failed && line === 'online' && <Notice icon="waiting">{texts.coming}</Notice>}
      {found?.lines.length === 0 && <Notice tone="empty" icon="note" title={texts.nothing} />}
      {found && found.lines.length > 0 && (
        <>
          <div className={css.actions}>
            <Button icon="install" onClick={() => void save('csv')}>
              CSV
            </Button>
            <Button icon="install" onClick={() => void save('xlsx')}>
              Excel
            </Button>
          </div>
          <ol className={css.list}>
            {found.lines.map((one) => (
              <li key={one.id}>
                <p className={css.quiet}>
                  {format.moment(one.at)}, {one.who}
                </p>
                <p>{one.what}</p>
              </li>
            ))}
          </ol>
          {found.more && (
            <Button className={css.back} onClick={() => void more()}>
              {texts.more}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

/** Asks for a page of the log; null without an answer. */
function useAsking(): (search: Search, before?: string) => Promise<LogAnswer | null> {
  const { session, tokens, account } = useWorkspace()
  return useCallback(
    async (search, before) => {
      const access = await freshAccess({ session, tokens })
      if (access === null) return null
      const given = Object.entries({ ...search, before: before ?? '' }).filter(([, value]) => value !== '')
      const answer = await account.ask(logAnswer, `/api/log?${new URLSearchParams(given)}`, { access })
      return answer.ok ? answer.value : null
    },
    [session, tokens, account],
  )
}
