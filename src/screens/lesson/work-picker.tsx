import { useState } from 'react'
import type { WorkDescription } from '../../domain/journal/keeping.ts'
import { IconButton } from '../design/button.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { type LessonWorks, retakeOf } from './lesson-works.ts'
import type { WorkColumn } from './roll.ts'
import { WorkForm } from './work-form.tsx'
import css from './work-picker.module.css'

const newPrefix = 'new:'
const retakePrefix = 'retake:'

export interface WorkPickerProps extends Omit<LessonWorks, 'firstMarks'> {
  works: readonly WorkColumn[]
  work: string
  onWork: (work: string) => void
}

/** What the marks are for: a column of the lesson, a new one of a kind, or a retake; and what is said of it. */
export function WorkPicker(props: WorkPickerProps) {
  const { works, workKinds, retakes, work, onWork, onAddWork } = props
  const { lesson, works: texts } = useTexts()
  const format = useFormat()
  const [editing, setEditing] = useState(false)
  const chosen = works.find(({ id }) => id === work)

  function choose(value: string) {
    const kind = workKinds.find(({ name }) => value === newPrefix + name)
    const retaken = retakes.find(({ id }) => value === retakePrefix + id)
    if (kind) onWork(onAddWork({ kind: kind.name, weight: kind.weight }))
    else if (retaken) {
      const known = works.find((column) => column.retakeOf === retaken.id)
      onWork(known?.id ?? onAddWork(retakeOf(retaken)))
    } else onWork(value)
  }

  return (
    <span className={css.group}>
      <select
        className={css.picker}
        aria-label={lesson.work}
        value={chosen ? work : ''}
        onChange={(event) => choose(event.target.value)}
      >
        {works.map((column) => (
          <option key={column.id} value={column.id}>
            {workName(column, lesson.defaultWork)}
          </option>
        ))}
        <optgroup label={lesson.newWork}>
          {workKinds.map(({ name }) => (
            <option key={name} value={newPrefix + name}>
              {name}
            </option>
          ))}
        </optgroup>
        {retakes.length > 0 && (
          <optgroup label={texts.retakes}>
            {retakes.map((one) => (
              <option key={one.id} value={retakePrefix + one.id}>
                {texts.ofDay(workName(one, lesson.defaultWork), format.day(one.date))}
              </option>
            ))}
          </optgroup>
        )}
      </select>
      {chosen && work !== '' && (
        <IconButton icon="setup" label={texts.editTitle} onClick={() => setEditing(true)} />
      )}
      {editing && chosen && (
        <WorkForm
          work={chosen}
          kinds={workKinds}
          marks={props.marksOfWork(work)}
          onSave={(description: WorkDescription) => {
            props.onEditWork(work, description)
            setEditing(false)
          }}
          onRemove={() => {
            setEditing(false)
            onWork('')
            props.onRemoveWork(work)
          }}
          onClose={() => setEditing(false)}
        />
      )}
    </span>
  )
}

/** «Контрольная работа: Дроби»; the default column by its usual name. */
export function workName(
  { kind, title }: { kind?: string | undefined; title?: string | undefined },
  defaultName: string,
): string {
  if (title === undefined) return kind ?? defaultName
  return kind === undefined ? title : `${kind}: ${title}`
}
