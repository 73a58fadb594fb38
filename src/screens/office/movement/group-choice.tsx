import type { ClassView, Pupil } from '../../../domain/school/class-view.ts'
import { lastFirst } from '../../../domain/school/names.ts'
import type { Group, SchoolView } from '../../../domain/school/school-view.ts'
import { SelectField } from '../../design/field.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import css from '../setup/setup.module.css'

/** Groups of the new class that bear the names of those a pupil had in the old one, subject by subject. */
export function proposedGroups(
  { groups }: SchoolView,
  from: ClassView | undefined,
  pupil: string,
  divided: readonly Group[],
): string[] {
  const held = (from?.members ?? [])
    .filter((member) => member.pupil === pupil && member.to === undefined)
    .flatMap(({ group }) => groups.get(group) ?? [])
  return held.flatMap(
    ({ subject, name }) => divided.find((one) => one.subject === subject && one.name === name)?.id ?? [],
  )
}

/** For each pupil and each divided subject of the class, one group. */
export function GroupChoice({
  school,
  pupils,
  groups,
  chosen,
  onChosen,
}: {
  school: SchoolView
  pupils: readonly Pupil[]
  groups: readonly Group[]
  chosen: ReadonlyMap<string, readonly string[]>
  onChosen: (pupil: string, groups: readonly string[]) => void
}) {
  const { movement: texts } = useTexts()
  const subjects = [...new Set(groups.map(({ subject }) => subject))]
  return (
    <fieldset className={css.wide}>
      <legend>{texts.groups}</legend>
      <p className={css.quiet}>{texts.groupsHelp}</p>
      <div className={css.fields}>
        {pupils.flatMap((pupil) =>
          subjects.map((subject) => {
            const options = groups.filter((group) => group.subject === subject)
            const own = chosen.get(pupil.id) ?? []
            return (
              <SelectField
                key={`${pupil.id} ${subject}`}
                label={texts.groupOf(lastFirst(pupil), school.subjects.get(subject)?.name ?? subject)}
                value={options.find(({ id }) => own.includes(id))?.id ?? ''}
                onChange={({ target }) =>
                  onChosen(pupil.id, [
                    ...own.filter((id) => !options.some((option) => option.id === id)),
                    ...(target.value === '' ? [] : [target.value]),
                  ])
                }
              >
                <option value="">{texts.noGroup}</option>
                {options.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </SelectField>
            )
          }),
        )}
      </div>
    </fieldset>
  )
}
