import type { ClassPlan, NewYearLine } from '../../../domain/school/new-year.ts'
import { className } from '../../../domain/school/school-view.ts'
import { staffTitle } from '../../../domain/school/titles.ts'
import { SelectField } from '../../design/field.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { useSchool } from '../../workspace/workspace.ts'
import css from '../setup/setup.module.css'

/** No school has a grade after it. */
const lastGrade = 11

/** One class: goes up with what, leaves, or stays unwritten. */
export function ClassPlanRow({
  line,
  plan,
  onPlan,
}: {
  line: NewYearLine
  plan: ClassPlan
  onPlan: (plan: ClassPlan) => void
}) {
  const school = useSchool()
  const { newYear: texts } = useTexts()
  const name = className(line.class)
  const { classTeacher, grade } = line.class
  const choices = (['up', 'left', 'none'] as const).filter((one) => one !== 'up' || grade < lastGrade)
  return (
    <li>
      <div className={css.words}>
        <p className={css.title}>
          {[name, texts.inClass(line.inClass), line.into && texts.into(line.into)].filter(Boolean).join(', ')}
        </p>
        {classTeacher && plan.next === 'up' && (
          <p className={css.quiet}>{texts.classTeacher(staffTitle(school, classTeacher))}</p>
        )}
        {plan.next === 'up' && (
          <div className={css.checks}>
            {(['groups', 'workload'] as const).map((what) => (
              <label key={what} className={css.check}>
                <input
                  type="checkbox"
                  aria-label={texts.option(name, texts[what])}
                  checked={plan[what]}
                  onChange={({ target }) => onPlan({ ...plan, [what]: target.checked })}
                />
                {texts[what]}
              </label>
            ))}
          </div>
        )}
      </div>
      <SelectField
        label={texts.nextOf(name)}
        value={plan.next}
        onChange={({ target }) => onPlan({ ...plan, next: target.value as ClassPlan['next'] })}
      >
        {choices.map((one) => (
          <option key={one} value={one}>
            {texts.next[one]}
          </option>
        ))}
      </SelectField>
    </li>
  )
}
