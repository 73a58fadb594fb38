import { useState } from 'react'
import { className, type SchoolClass } from '../../../domain/school/school-view.ts'
import { type ClassName, readClassName } from '../../../exchange/sheets/class-names.ts'
import { SelectField, TextField } from '../../design/field.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { RecordForm } from './record-form.tsx'

export interface ClassDraft extends ClassName {
  classTeacher: string | undefined
  shift: number
}

const shifts = [1, 2, 3]

function ShiftField({ shift, onShift }: { shift: number; onShift: (shift: number) => void }) {
  const { setup } = useTexts()
  return (
    <SelectField
      label={setup.classes.shift}
      value={shift}
      onChange={({ target }) => onShift(Number(target.value))}
    >
      {shifts.map((one) => (
        <option key={one} value={one}>
          {setup.shift(one)}
        </option>
      ))}
    </SelectField>
  )
}

/** One class: its name, class teacher and shift. */
export function ClassForm({
  held,
  staff,
  isTaken,
  onSave,
  onCancel,
}: {
  held: SchoolClass
  staff: readonly { id: string; name: string }[]
  isTaken: (name: ClassName) => boolean
  onSave: (draft: ClassDraft) => void
  onCancel: () => void
}) {
  const { setup } = useTexts()
  const [written, setWritten] = useState(className(held))
  const [classTeacher, setClassTeacher] = useState(held.classTeacher ?? '')
  const [shift, setShift] = useState(held.shift ?? 1)
  // A name that is no ordinary one («11 вечерний») stays as it is.
  const name = written === className(held) ? held : readClassName(written)
  const problem = !name
    ? setup.classes.badName(written)
    : isTaken(name)
      ? setup.classes.twice(className(name))
      : undefined
  return (
    <RecordForm
      title={className(held)}
      valid={!problem}
      onSave={() => {
        if (!name) return
        const { grade, letter } = name
        onSave({ grade, letter, classTeacher: classTeacher === '' ? undefined : classTeacher, shift })
      }}
      onCancel={onCancel}
    >
      {(tried) => (
        <>
          <TextField
            label={setup.classes.columns.name}
            value={written}
            problem={tried ? problem : undefined}
            onChange={({ target }) => setWritten(target.value)}
          />
          <SelectField
            label={setup.classes.columns.classTeacher}
            value={classTeacher}
            autoFocus
            onChange={({ target }) => setClassTeacher(target.value)}
          >
            <option value="">{setup.classes.nobody}</option>
            {staff.map(({ id, name: who }) => (
              <option key={id} value={id}>
                {who}
              </option>
            ))}
          </SelectField>
          <ShiftField shift={shift} onShift={setShift} />
        </>
      )}
    </RecordForm>
  )
}

/** Several classes at once, by their names. */
export function NewClassesForm({
  isTaken,
  onSave,
  onCancel,
}: {
  isTaken: (name: ClassName) => boolean
  onSave: (names: readonly ClassName[], shift: number) => void
  onCancel: () => void
}) {
  const { setup } = useTexts()
  const [written, setWritten] = useState('')
  const [shift, setShift] = useState(1)
  const words = written.split(/[\s,;]+/).filter((word) => word !== '')
  const names = new Map<string, ClassName>()
  let problem = words.length === 0 ? setup.wanted : undefined
  for (const word of words) {
    const name = readClassName(word)
    if (!name) problem ??= setup.classes.badName(word)
    else if (isTaken(name) || names.has(className(name))) problem ??= setup.classes.twice(className(name))
    else names.set(className(name), name)
  }
  return (
    <RecordForm
      title={setup.classes.add}
      valid={!problem}
      onSave={() => onSave([...names.values()], shift)}
      onCancel={onCancel}
    >
      {(tried) => (
        <>
          <TextField
            label={setup.classes.names}
            hint={setup.classes.namesHint}
            value={written}
            autoFocus
            problem={tried ? problem : undefined}
            onChange={({ target }) => setWritten(target.value)}
          />
          <ShiftField shift={shift} onShift={setShift} />
        </>
      )}
    </RecordForm>
  )
}
