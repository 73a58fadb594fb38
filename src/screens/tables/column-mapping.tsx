import { useMemo } from 'react'
import type { Target } from '../../exchange/sheets/header.ts'
import type { Sheet } from '../../exchange/sheets/sheet.ts'
import { SelectField, TextField } from '../design/field.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { columnChoices, likeliestSheet, type MappedSheet, mapColumn, startAt } from './mapped-sheet.ts'
import css from './tables.module.css'

export interface ColumnMappingProps<F extends string> {
  sheets: readonly [Sheet, ...Sheet[]]
  target: Target<F>
  /** What each field is called. */
  names: Readonly<Record<F, string>>
  /** Fields left out of view while no column of the sheet is theirs; they are behind «Ещё столбцы». */
  rare?: readonly F[]
  mapped: MappedSheet<F>
  onMapped: (mapped: MappedSheet<F>) => void
}

/** Which sheet, which column holds what, and where the list begins: guessed, and corrected here. */
export function ColumnMapping<F extends string>({
  sheets,
  target,
  names,
  rare = [],
  mapped,
  onMapped,
}: ColumnMappingProps<F>) {
  const { tables } = useTexts()
  const { sheet, header } = mapped
  const choices = useMemo(() => columnChoices(mapped), [mapped])
  const fields = Object.keys(target) as F[]
  const hidden = rare.filter((field) => header.columns[field] === undefined)
  const choose = (field: F) => (
    <SelectField
      key={field}
      label={names[field]}
      value={header.columns[field] ?? ''}
      onChange={({ target: { value } }) =>
        onMapped({ sheet, header: mapColumn(header, field, value === '' ? undefined : Number(value)) })
      }
    >
      <option value="">{tables.noColumn}</option>
      {choices.map(({ column, letters, sample }) => (
        <option key={column} value={column}>
          {tables.column(letters, sample)}
        </option>
      ))}
    </SelectField>
  )
  return (
    <section className={css.mapping} aria-labelledby="columns">
      <h2 id="columns">{tables.columns}</h2>
      <div className={css.fields}>
        {sheets.length > 1 && (
          <SelectField
            label={tables.sheet}
            value={sheet.name}
            onChange={({ target: { value } }) => {
              const chosen = sheets.find(({ name }) => name === value)
              if (chosen) onMapped(likeliestSheet([chosen], target))
            }}
          >
            {sheets.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        {fields.filter((field) => !hidden.includes(field)).map(choose)}
        <TextField
          label={tables.start}
          type="number"
          min={1}
          max={sheet.rows.length}
          value={header.skip + 1}
          onChange={({ target }) =>
            onMapped({ sheet, header: startAt(sheet, header, Math.trunc(target.valueAsNumber) || 1) })
          }
        />
      </div>
      {hidden.length > 0 && (
        <details className={css.more}>
          <summary>{tables.moreColumns}</summary>
          <div className={css.fields}>{hidden.map(choose)}</div>
        </details>
      )}
    </section>
  )
}
