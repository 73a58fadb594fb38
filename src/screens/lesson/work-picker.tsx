import { useTexts } from '../design/texts/language.tsx'
import type { WorkColumn } from './roll.ts'
import css from './work-picker.module.css'

const newPrefix = 'new:'

/** What the marks are for: a column of the lesson, or a new one of a kind. */
export function WorkPicker({
  works,
  kinds,
  work,
  onWork,
  onAddWork,
}: {
  works: readonly WorkColumn[]
  /** Kinds of work the school knows, for new columns. */
  kinds: readonly string[]
  work: string
  onWork: (work: string) => void
  /** Makes a column of this kind and returns its id. */
  onAddWork: (kind: string) => string
}) {
  const { lesson } = useTexts()

  function choose(value: string) {
    onWork(value.startsWith(newPrefix) ? onAddWork(value.slice(newPrefix.length)) : value)
  }

  return (
    <select
      className={css.picker}
      aria-label={lesson.work}
      value={work}
      onChange={(event) => choose(event.target.value)}
    >
      {works.map((column) => (
        <option key={column.id} value={column.id}>
          {workName(column, lesson.defaultWork)}
        </option>
      ))}
      {kinds.length > 0 && (
        <optgroup label={lesson.newWork}>
          {kinds.map((kind) => (
            <option key={kind} value={newPrefix + kind}>
              {kind}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  )
}

/** «Контрольная работа: Дроби»; the default column by its usual name. */
export function workName({ kind, title }: WorkColumn, defaultName: string): string {
  return title ? `${kind ?? defaultName}: ${title}` : (kind ?? defaultName)
}
