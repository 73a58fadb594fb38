import { useCallback, useMemo } from 'react'
import { yearOn } from '../../domain/policy/access.ts'
import { familyReadingTable } from '../../domain/reports/family-reading-table.ts'
import { schoolDate } from '../../domain/school/school-date.ts'
import { className } from '../../domain/school/school-view.ts'
import { classesOfYear } from '../../domain/school/setup-steps.ts'
import { officeSignatures } from '../../print/signatures.ts'
import { tableForm } from '../../print/table-form.ts'
import { type SchoolFamilies, schoolFamilies } from '../../sync/family-access.ts'
import { consentsTexts } from '../class/consents/texts.ts'
import { ReportTable } from '../class/reports/report-table.tsx'
import { ButtonLink } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { TableFiles } from '../papers/table-files.tsx'
import { href } from '../route.ts'
import { useAppearance } from '../workspace/appearance.ts'
import { type Look, useKept } from '../workspace/use-kept.ts'
import { useNow, useSchool, useWorkspace } from '../workspace/workspace.ts'
import css from './keeping.module.css'
import hubCss from './school-hub.module.css'
import { StaleNotice } from './stale-notice.tsx'

/** Ms between looks while the page is on screen: it changes by the day. */
const lookEvery = 300_000
/** mm, column by column. */
const widths = [22, 26, 28, 28, 28, 26, 26]
const always = () => true
const nothing = () => undefined

/** Дневники семей: who of the families signs in and reads, class by class (clause 5.2.9). */
export function FamilyDiariesPage() {
  const { account } = useWorkspace()
  const school = useSchool()
  const { diaryAccess } = useTexts()
  const texts = diaryAccess.office
  const look = useCallback<Look<SchoolFamilies>>(
    async (access) => {
      const answer = await account.ask(schoolFamilies, '/api/families', { access })
      return answer.ok ? answer.value : null
    },
    [account],
  )
  const { kept } = useKept('families', schoolFamilies, always, look, lookEvery)
  const table = useMemo(
    () =>
      kept && familyReadingTable(school, kept.value.classes, schoolDate(kept.at, school.profile?.timezone)),
    [school, kept],
  )
  return (
    <div className={css.page}>
      <h1>{texts.title}</h1>
      <p className={css.quiet}>{texts.lead}</p>
      <StaleNotice at={kept?.at} />
      {table?.rows.length === 0 && <Notice tone="empty" icon="person" title={texts.empty} />}
      {table && table.rows.length > 0 && (
        <>
          <TableFiles
            name={`${table.title} ${table.subtitle}`}
            table={table}
            form={() =>
              tableForm(table, {
                organisation: school.profile?.name ?? '',
                widths,
                words: [0],
                signatures: officeSignatures,
                orientation: 'portrait',
              })
            }
          />
          <ReportTable table={table} behind={nothing} onAsk={nothing} />
        </>
      )}
      <Consents />
    </div>
  )
}

/** The registers of consents, class by class (clause 5.3.1). */
function Consents() {
  const school = useSchool()
  const { date } = useNow()
  const { language } = useAppearance()
  const texts = consentsTexts[language]
  const classes = classesOfYear(school, yearOn(school, date) ?? '')
  if (classes.length === 0) return null
  return (
    <section className={hubCss.section} aria-labelledby="consents">
      <h2 id="consents">{texts.register}</h2>
      <p className={css.quiet}>{texts.registerHelp}</p>
      <div className={hubCss.places}>
        {classes.map((one) => (
          <ButtonLink
            key={one.id}
            href={href({ screen: 'class', class: one.id, part: 'families', at: 'consent' })}
          >
            {className(one)}
          </ButtonLink>
        ))}
      </div>
    </section>
  )
}
