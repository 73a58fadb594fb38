import type { FamilySheet } from '../../domain/reports/family-sheet.ts'
import type { SchoolView } from '../../domain/school/school-view.ts'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import css from './desk.module.css'

/** What the family will read, as it stands now. */
export function FamilySheetView({ sheet, school }: { sheet: FamilySheet; school: SchoolView }) {
  const texts = useTexts().families
  const format = useFormat()
  const { subjects, attendance, debts } = sheet
  const title = (subject: string) => school.subjects.get(subject)?.name ?? subject
  return (
    <details className={css.wide}>
      <summary className={css.summary}>{texts.whatTold}</summary>
      {subjects.length === 0 && <p className={css.quiet}>{texts.noMarks}</p>}
      <dl className={css.facts}>
        {subjects.map(({ subject, marks, average }) => (
          <div key={subject}>
            <dt>{title(subject)}</dt>
            <dd>
              {marks.map(({ mark }) => mark).join(' ')}
              {average !== null && <span className={css.quiet}> · {format.average(average)}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p>{texts.missed(attendance.lessons, attendance.late)}</p>
      {debts.length > 0 && (
        <p>
          {texts.owes(
            debts.map(({ subject, date }) => `${title(subject)}, ${format.short(date)}`).join('; '),
          )}
        </p>
      )}
    </details>
  )
}
