import { cellText } from '../../exchange/sheets/cell-text.ts'
import type { ClassColumns } from '../../exchange/sheets/class-columns.ts'
import type { Sheet } from '../../exchange/sheets/sheet.ts'
import { SelectField } from '../design/field.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { lettersOf } from './mapped-sheet.ts'
import css from './tables.module.css'

/** A column of a matrix beside its classes. */
export interface BesideColumn {
  label: string
  column: number
  onColumn: (column: number) => void
}

/** Which sheet, which classes were found, and which columns left of them hold what. */
export function MatrixColumns({
  sheets,
  sheet,
  shape,
  columns,
  onSheet,
}: {
  sheets: readonly Sheet[]
  sheet: Sheet
  shape: ClassColumns
  columns: readonly BesideColumn[]
  onSheet: (sheet: Sheet) => void
}) {
  const { matrix, tables } = useTexts()
  const width = shape.classes[0]?.column ?? sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const samples = Array.from({ length: width }, (_, column) => ({
    column,
    sample:
      sheet.rows
        .slice(Math.max(0, shape.row))
        .map((row) => cellText(row[column]))
        .find((text) => text !== '') ?? '',
  })).filter(({ sample }) => sample !== '')
  return (
    <section className={css.mapping} aria-labelledby="columns">
      <h2 id="columns">{matrix.columns}</h2>
      <div className={css.fields}>
        {sheets.length > 1 && (
          <SelectField
            label={tables.sheet}
            value={sheet.name}
            onChange={({ target: { value } }) => {
              const chosen = sheets.find(({ name }) => name === value)
              if (chosen) onSheet(chosen)
            }}
          >
            {sheets.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        {columns.map(({ label, column, onColumn }) => (
          <SelectField
            key={label}
            label={label}
            value={column}
            onChange={({ target }) => onColumn(Number(target.value))}
          >
            <option value={-1}>{matrix.noColumn}</option>
            {samples.map((choice) => (
              <option key={choice.column} value={choice.column}>
                {tables.column(lettersOf(choice.column), choice.sample)}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
      <p className={css.quiet}>
        {matrix.classes(shape.classes.map(({ name }) => `${name.grade}${name.letter}`).join(', '))}
      </p>
    </section>
  )
}

/** The sheet of a workbook that names most classes; the first of equals. */
export function sheetOfClasses(sheets: readonly [Sheet, ...Sheet[]], count: (sheet: Sheet) => number): Sheet {
  return sheets.reduce((best, one) => (count(one) > count(best) ? one : best))
}
