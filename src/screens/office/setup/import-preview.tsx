import { memo } from 'react'
import type { Decision, Decisions, Namesake } from '../../../exchange/sheets/namesakes.ts'
import { SelectField } from '../../design/field.tsx'
import { useFormat, useTexts } from '../../design/texts/language.tsx'
import type { PreviewRow } from '../../tables/mapped-sheet.ts'
import css from './setup.module.css'

export interface ImportPreviewProps {
  rows: readonly PreviewRow[]
  /** By the names of the reading's fields; several in one column make one text. */
  columns: readonly { field: string | readonly string[]; title: string }[]
  namesakes: readonly Namesake[]
  decisions: Decisions
  person: (id: string) => string
  onDecide: (row: number, decision: Decision | undefined) => void
}

/**
 * The rows of a list as they were understood, each with what is wrong with it; of namesakes it asks who they are. Hundreds
 * of rows are drawn anew only when what they show has changed.
 */
export const ImportPreview = memo(function ImportPreview({
  rows,
  columns,
  namesakes,
  decisions,
  person,
  onDecide,
}: ImportPreviewProps) {
  const { tables, setup } = useTexts()
  const format = useFormat()
  /** Dates are read as ISO days. */
  const written = (fields: PreviewRow['fields'], names: string | readonly string[]) => {
    const text = [names]
      .flat()
      .map((name) => fields?.[name])
      .filter(Boolean)
      .join(' ')
    return /^\d{4}-\d{2}-\d{2}$/.test(text) ? format.date(text) : text
  }
  const asked = new Map(
    namesakes
      .filter(({ settled, row }) => !settled || decisions.has(row))
      .map((namesake) => [namesake.row, namesake]),
  )
  return (
    <div className={css.scroll}>
      <table className={css.preview} aria-label={tables.preview}>
        <thead>
          <tr>
            <th scope="col">{setup.rowNumber}</th>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col">{setup.remarks}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, fields, faults, notes }) => {
            const namesake = asked.get(row)
            return (
              <tr key={row} className={faults.length > 0 ? css.fault : undefined}>
                <td data-title={setup.rowNumber}>{row}</td>
                {columns.map(({ field, title }) => (
                  <td key={title} data-title={title}>
                    {written(fields, field)}
                  </td>
                ))}
                <td data-title={setup.remarks}>
                  <div>
                    {faults.map((why) => (
                      <span key={why} className={css.wrong}>
                        {why}
                      </span>
                    ))}
                    {notes.map((why) => (
                      <p key={why}>{why}</p>
                    ))}
                    {namesake && (
                      <NamesakeChoice
                        namesake={namesake}
                        decision={decisions.get(row)}
                        person={person}
                        onDecide={(decision) => onDecide(row, decision)}
                      />
                    )}
                  </div>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
})

function NamesakeChoice({
  namesake: { row, rows, known },
  decision,
  person,
  onDecide,
}: {
  namesake: Namesake
  decision: Decision | undefined
  person: (id: string) => string
  onDecide: (decision: Decision | undefined) => void
}) {
  const { setup } = useTexts()
  const value = !decision ? '' : decision.kind === 'known' ? `known ${decision.id}` : decision.kind
  return (
    <SelectField
      label={setup.whoIsIt(row)}
      value={value}
      onChange={({ target }) => onDecide(decisionOf(target.value))}
    >
      <option value="">{setup.decide}</option>
      <option value="new">{setup.anotherPerson}</option>
      {known.map((id) => (
        <option key={id} value={`known ${id}`}>
          {setup.knownPerson(person(id))}
        </option>
      ))}
      {rows.length > 0 && <option value="same">{setup.sameAs(rows)}</option>}
    </SelectField>
  )
}

function decisionOf(value: string): Decision | undefined {
  if (value === 'new' || value === 'same') return { kind: value }
  return value.startsWith('known ') ? { kind: 'known', id: value.slice('known '.length) } : undefined
}
