import { useState } from 'react'
import { belongs } from '../../../domain/school/class-view.ts'
import { compareNames, fullName } from '../../../domain/school/names.ts'
import { className, type Group } from '../../../domain/school/school-view.ts'
import { dayToSetUp } from '../../../domain/school/setup-steps.ts'
import { derivedIds } from '../../../exchange/sheets/derived-id.ts'
import { Button } from '../../design/button.tsx'
import { SelectField, TextField } from '../../design/field.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { alternating, type Division, divisionOn, offeredDivision } from './groups-draft.ts'
import { RecordForm } from './record-form.tsx'
import css from './setup.module.css'
import type { SetupSchool } from './use-school-tables.ts'

export interface DivisionFormProps {
  own: SetupSchool
  /** `class,subject` of the divisions that there are. */
  taken: readonly string[]
  /** Groups that are changed; absent: two new ones. */
  held?: readonly Group[]
  onSave: (content: { class: string; groups: readonly Group[]; division: Division }) => void
  onCancel: () => void
}

/** A class divided for a subject: names of the groups, and each pupil's group. */
export function DivisionForm({ own, taken, held, onSave, onCancel }: DivisionFormProps) {
  const { setup } = useTexts()
  const texts = setup.groups
  const { school, year, classes, views, today } = own
  const [classId, setClassId] = useState(held?.[0]?.class ?? '')
  const [subject, setSubject] = useState(held?.[0]?.subject ?? '')
  const [names, setNames] = useState<readonly string[]>(
    held?.map(({ name }) => name) ?? [texts.name(1), texts.name(2)],
  )
  const [chosen, setChosen] = useState<Division>(new Map())
  const subjects = [...school.subjects.values()].sort((a, b) => a.name.localeCompare(b.name, 'ru'))
  const view = views.get(classId)
  const day = dayToSetUp(year, today)
  const pupils = (view?.pupils ?? []).filter(({ id }) => view && belongs(view, id, day)).sort(compareNames)
  const ids = groupIds({ school, held, classId, subject, count: names.length })
  const order = pupils.map(({ id }) => id)
  const stands = held && view ? divisionOn(view, order, ids, day) : undefined
  // Groups that came with the workload have nobody yet: they are offered as a new division is.
  const isDivided = stands && [...stands.values()].some((group) => group !== '')
  const start = isDivided
    ? stands
    : offeredDivision(
        pupils,
        ids.map((id, at) => ({ id, name: names[at] ?? '' })),
      )
  const groupOf = (pupil: string) => chosen.get(pupil) ?? start.get(pupil) ?? ''
  const isTaken = taken.includes(`${classId},${subject}`)
  const valid = classId !== '' && subject !== '' && !isTaken && names.every((name) => name.trim() !== '')
  return (
    <RecordForm
      title={held ? texts.change : texts.add}
      valid={valid}
      onSave={() =>
        onSave({
          class: classId,
          groups: ids.map((id, at) => ({ id, class: classId, subject, name: names[at]!.trim() })),
          division: new Map(order.map((pupil) => [pupil, groupOf(pupil)])),
        })
      }
      onCancel={onCancel}
    >
      {(tried) => (
        <>
          {!held && (
            <>
              <SelectField
                label={setup.pupils.class}
                value={classId}
                autoFocus
                problem={tried && classId === '' ? setup.wanted : undefined}
                onChange={({ target }) => {
                  setClassId(target.value)
                  setChosen(new Map())
                }}
              >
                <option value="">{setup.choose}</option>
                {classes.map((one) => (
                  <option key={one.id} value={one.id}>
                    {className(one)}
                  </option>
                ))}
              </SelectField>
              <SelectField
                label={setup.subjects.fields.name}
                value={subject}
                problem={isTaken ? texts.twice : tried && subject === '' ? setup.wanted : undefined}
                onChange={({ target }) => {
                  setSubject(target.value)
                  setChosen(new Map())
                }}
              >
                <option value="">{setup.choose}</option>
                {subjects.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </SelectField>
            </>
          )}
          {names.map((name, at) => (
            <TextField
              key={ids[at] ?? at}
              label={texts.nameOf(at + 1)}
              value={name}
              maxLength={120}
              problem={tried && name.trim() === '' ? setup.wanted : undefined}
              onChange={({ target }) =>
                setNames(names.map((one, index) => (index === at ? target.value : one)))
              }
            />
          ))}
          {pupils.length > 0 && subject !== '' && (
            <div className={css.wide}>
              <div className={css.buttons}>
                <Button onClick={() => setChosen(alternating(order, ids))}>{texts.alternate}</Button>
                <Button onClick={() => setChosen(halves(order, ids))}>{texts.halves}</Button>
              </div>
              <div className={css.halves}>
                {pupils.map((pupil) => (
                  <SelectField
                    key={pupil.id}
                    label={fullName(pupil)}
                    value={groupOf(pupil.id)}
                    onChange={({ target }) => setChosen(new Map([...chosen, [pupil.id, target.value]]))}
                  >
                    {ids.map((id, at) => (
                      <option key={id} value={id}>
                        {names[at]}
                      </option>
                    ))}
                    <option value="">{texts.none}</option>
                  </SelectField>
                ))}
              </div>
            </div>
          )}
        </>
      )}
    </RecordForm>
  )
}

/** The ids of the groups: of those that there are, or following from the class and the subject. */
function groupIds({
  school,
  held,
  classId,
  subject,
  count,
}: {
  school: SetupSchool['school']
  held: readonly Group[] | undefined
  classId: string
  subject: string
  count: number
}): string[] {
  if (held) return held.map(({ id }) => id)
  const newId = derivedIds(school.groups.keys())
  return Array.from({ length: count }, (_, index) => newId('groups', `${classId}|${subject}|${index + 1}`))
}

/** The first half of the list into the first group, the rest into the second. */
function halves(pupils: readonly string[], groups: readonly string[]): Division {
  const size = Math.ceil(pupils.length / groups.length)
  return new Map(pupils.map((pupil, at) => [pupil, groups[Math.floor(at / size)] ?? '']))
}
