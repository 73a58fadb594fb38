import type { SheetRemark, UnknownKind, UnknownName } from '../../exchange/sheets/sheet.ts'
import { nameKey } from '../../exchange/sheets/unknown-names.ts'
import { Button } from '../design/button.tsx'
import { SelectField } from '../design/field.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { lettersOf } from './mapped-sheet.ts'
import { sentence } from './table-source.tsx'
import css from './tables.module.css'
import type { Decisions } from './use-decisions.ts'

/** What can be meant by a name of each kind. */
export type Meanings = Readonly<Record<UnknownKind, readonly { id: string; title: string }[]>>

/** Value of the choice to pass a name over; no id is empty or has a comma. */
const passedOver = ','

/** Every name of a table that the school does not know, and every cell at fault: one decision each. */
export function DecisionList({
  asked,
  faults,
  notes,
  meanings,
  decisions,
}: {
  asked: readonly UnknownName[]
  /** Faults besides unknown names. */
  faults: readonly SheetRemark[]
  notes: readonly SheetRemark[]
  meanings: Meanings
  decisions: Decisions
}) {
  const { matrix, tables } = useTexts()
  return (
    <>
      {asked.length > 0 && (
        <section className={css.mapping} aria-labelledby="unknown">
          <h2 id="unknown">{matrix.unknownTitle}</h2>
          <p className={css.quiet}>{matrix.unknownLead}</p>
          <div className={css.fields}>
            {asked.map((name) => (
              <NameField
                key={nameKey(name.kind, name.text)}
                name={name}
                meanings={meanings[name.kind]}
                decisions={decisions}
              />
            ))}
          </div>
          {asked.some(({ kind }) => kind === 'subject') && <p className={css.quiet}>{matrix.remembered}</p>}
        </section>
      )}
      {(faults.length > 0 || decisions.skipped.size > 0) && (
        <section className={css.mapping} aria-labelledby="faults">
          <h2 id="faults">{matrix.faultsTitle}</h2>
          <ul className={css.decisions}>
            {faults.map((fault) => (
              <li key={`${fault.row},${fault.column},${fault.why}`}>
                <p className={css.fault}>
                  {sentence(fault.row > 0 ? `${tables.row(fault.row)}: ${fault.why}` : fault.why)}
                </p>
                {fault.row > 0 && fault.column >= 0 && (
                  <Button onClick={() => decisions.skip(fault)}>
                    {matrix.skipCell(`${lettersOf(fault.column)}${fault.row}`)}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {decisions.skipped.size > 0 && (
            <div className={css.buttons}>
              <p>{matrix.skipped(decisions.skipped.size)}</p>
              <Button look="quiet" onClick={decisions.unskip}>
                {matrix.unskip}
              </Button>
            </div>
          )}
        </section>
      )}
      {notes.length > 0 && (
        <details className={css.more}>
          <summary>{matrix.notes(notes.length)}</summary>
          <ul>
            {notes.map(({ row, column, why }) => (
              <li key={`${row},${column},${why}`}>
                {sentence(row > 0 ? `${tables.row(row)}: ${why}` : why)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

function NameField({
  name,
  meanings,
  decisions,
}: {
  name: UnknownName
  meanings: readonly { id: string; title: string }[]
  decisions: Decisions
}) {
  const { matrix } = useTexts()
  const decision = decisions.ids.get(nameKey(name.kind, name.text))
  const near = name.guesses.flatMap((guess) => meanings.find(({ id }) => id === guess) ?? [])
  const far = meanings.filter(({ id }) => !name.guesses.includes(id))
  const option = ({ id, title }: { id: string; title: string }) => (
    <option key={id} value={id}>
      {title}
    </option>
  )
  return (
    <SelectField
      label={matrix.unknown[name.kind](name.text)}
      hint={matrix.times(name.count)}
      value={decision === null ? passedOver : (decision ?? '')}
      onChange={({ target: { value } }) =>
        decisions.decide(name, value === '' ? undefined : value === passedOver ? null : value)
      }
    >
      <option value="">{matrix.choose}</option>
      {near.length > 0 && <optgroup label={matrix.nearest}>{near.map(option)}</optgroup>}
      <option value={passedOver}>{matrix.skip}</option>
      <optgroup label={matrix.others}>{far.map(option)}</optgroup>
    </SelectField>
  )
}
