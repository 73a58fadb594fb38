import { useEffect, useRef, useState } from 'react'
import { fullName } from '../../domain/school/names.ts'
import type { Assignment, StaffMember } from '../../domain/school/school-view.ts'
import { Button, IconButton } from '../design/button.tsx'
import { SelectField, TextField } from '../design/field.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from '../timetable/hour-panel.module.css'
import type { WorkloadCell, WorkloadRow } from './workload-view.ts'

type Marking = Partial<Pick<Assignment, 'grading' | 'attested'>>

export interface WorkloadPanelProps {
  row: WorkloadRow
  /** «7А»; undefined: the panel is of all classes of the row. */
  schoolClass: string | undefined
  cell: WorkloadCell | undefined
  /** Teachers who may take it over, by name. */
  teachers: readonly StaffMember[]
  groupName: (group: string) => string
  date: string
  takeFocus: boolean
  onHours: (text: string) => void
  onMarking: (assignments: readonly Assignment[], marking: Marking) => void
  onTeacher: (assignment: Assignment, teacher: string) => void
  onClose: () => void
}

/** A cell of the matrix: hours, how it is marked, who takes it over; or how the whole row is marked. */
export function WorkloadPanel(props: WorkloadPanelProps) {
  const { row, schoolClass, cell, groupName, takeFocus, onHours, onMarking, onClose } = props
  const { workload: texts, frame } = useTexts()
  const format = useFormat()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    if (takeFocus) panel.current?.focus()
  }, [takeFocus])
  const all = [...row.cells.values()].flatMap(({ assignments }) => assignments)
  return (
    <aside
      ref={panel}
      className={css.panel}
      aria-label={texts.panel.name}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <div className={css.head}>
        <div>
          <h2>
            {row.subjectName}, {schoolClass ?? texts.panel.allClasses}
          </h2>
          <p className={css.quiet}>{row.teacherName}</p>
        </div>
        <IconButton icon="close" label={frame.close} onClick={onClose} />
      </div>
      {schoolClass === undefined ? (
        <MarkingFields assignments={all} onMarking={(marking) => onMarking(all, marking)} />
      ) : (
        <>
          <HoursField key={cell?.text ?? ''} text={cell?.text ?? ''} onCommit={onHours} />
          {!cell && <p className={css.quiet}>{texts.panel.nothing}</p>}
          {cell?.assignments.map((own) => (
            <section key={own.group ?? ''} className={css.placed}>
              <h3>
                {own.group ? groupName(own.group) : texts.panel.whole}
                {own.from !== undefined && `, ${texts.panel.since(format.day(own.from))}`}
              </h3>
              <MarkingFields assignments={[own]} onMarking={(marking) => onMarking([own], marking)} />
              <TeacherChange {...props} assignment={own} />
            </section>
          ))}
        </>
      )}
    </aside>
  )
}

function HoursField({ text, onCommit }: { text: string; onCommit: (text: string) => void }) {
  const { workload: texts } = useTexts()
  const [draft, setDraft] = useState(text)
  const commit = () => draft.trim() !== text && onCommit(draft)
  return (
    <TextField
      label={texts.hoursIn}
      hint={texts.panel.hoursHint}
      inputMode="decimal"
      value={draft}
      onChange={({ target }) => setDraft(target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  )
}

/** Value of the choice that stands where the rows of a choice differ. */
const mixed = 'mixed'

function MarkingFields({
  assignments,
  onMarking,
}: {
  assignments: readonly Assignment[]
  onMarking: (marking: Marking) => void
}) {
  const { workload: texts } = useTexts()
  const { gradings, attestations } = texts.panel
  const field = <K extends keyof Marking>(
    key: K,
    label: string,
    names: Readonly<Record<NonNullable<Marking[K]>, string>>,
  ) => {
    const values = new Set(assignments.map((own) => own[key]))
    const [only] = values
    return (
      <SelectField
        label={label}
        value={values.size > 1 ? mixed : (only ?? '')}
        onChange={({ target: { value } }) =>
          onMarking({ [key]: value === '' ? undefined : value } as Marking)
        }
      >
        {values.size > 1 && (
          <option value={mixed} disabled>
            {texts.panel.mixed}
          </option>
        )}
        <option value="">{texts.panel.byRule}</option>
        {Object.entries<string>(names).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </SelectField>
    )
  }
  if (assignments.length === 0) return null
  return (
    <>
      {field('grading', texts.panel.grading, gradings)}
      {field('attested', texts.panel.attested, attestations)}
    </>
  )
}

function TeacherChange({
  assignment,
  teachers,
  date,
  onTeacher,
}: Pick<WorkloadPanelProps, 'teachers' | 'date' | 'onTeacher'> & { assignment: Assignment }) {
  const { workload: texts } = useTexts()
  const format = useFormat()
  const [chosen, setChosen] = useState('')
  return (
    <form
      className={css.section}
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen !== '') onTeacher(assignment, chosen)
      }}
    >
      <SelectField
        label={texts.panel.changeTeacher}
        value={chosen}
        onChange={({ target }) => setChosen(target.value)}
      >
        <option value="">{texts.panel.choose}</option>
        {teachers
          .filter(({ id }) => id !== assignment.teacher)
          .map((member) => (
            <option key={member.id} value={member.id}>
              {fullName(member)}
            </option>
          ))}
      </SelectField>
      <Button type="submit" disabled={chosen === ''}>
        {texts.panel.changeFrom(format.day(date))}
      </Button>
    </form>
  )
}
