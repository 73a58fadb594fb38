import { useCallback, useMemo } from 'react'
import { familyReadingTable } from '../../domain/reports/family-reading-table.ts'
import { schoolDate } from '../../domain/school/school-date.ts'
import { officeSignatures } from '../../print/signatures.ts'
import { tableForm } from '../../print/table-form.ts'
import { type SchoolFamilies, schoolFamilies } from '../../sync/family-access.ts'
import { ReportTable } from '../class/reports/report-table.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { TableFiles } from '../papers/table-files.tsx'
import { type Look, useKept } from '../workspace/use-kept.ts'
import { useSchool, useWorkspace } from '../workspace/workspace.ts'
import css from './keeping.module.css'
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
    </div>
  )
}
