import { useMemo } from 'react'
import type { FamilyState } from '../../../domain/duties/families.ts'
import { consentLines, consentRegister } from '../../../domain/reports/consent-register.ts'
import { className } from '../../../domain/school/school-view.ts'
import { reportSignatures } from '../../../print/signatures.ts'
import { tableForm } from '../../../print/table-form.ts'
import { TableFiles } from '../../papers/table-files.tsx'
import { useAppearance } from '../../workspace/appearance.ts'
import css from '../desk.module.css'
import type { ClassDesk } from '../use-class.ts'
import { consentsTexts } from './texts.ts'

/** Number, pupil, who, to what, given when and how, withdrawn when and how: mm. */
const widths = [10, 62, 62, 54, 22, 22, 22, 22]

/** The register of consents as files and on paper. */
export function ConsentRegister({
  desk,
  states,
  today,
}: {
  desk: ClassDesk
  states: readonly FamilyState[]
  today: string
}) {
  const { language } = useAppearance()
  const texts = consentsTexts[language]
  const { source, schoolClass } = desk
  const table = useMemo(() => {
    const lines = states.flatMap(({ pupil, family }) => {
      const fold = desk.familyDocument(pupil.id)?.fold
      return family && fold ? consentLines(fold, family, pupil) : []
    })
    return consentRegister(lines, className(desk.schoolClass), today)
  }, [desk, states, today])
  return (
    <section className={css.section} aria-labelledby="register">
      <h2 id="register">{texts.register}</h2>
      <p className={css.quiet}>{table.rows.length > 0 ? texts.registerHelp : texts.empty}</p>
      {table.rows.length > 0 && (
        <TableFiles
          name={`${table.title} ${className(schoolClass)}`}
          table={table}
          form={() =>
            tableForm(table, {
              organisation: source.school.profile?.name ?? '',
              widths,
              words: [1, 2, 3],
              signatures: reportSignatures(source.school, schoolClass),
            })
          }
        />
      )}
    </section>
  )
}
