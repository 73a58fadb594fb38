import type { ListedDuty } from '../../src/domain/duties/class-standing.ts'
import { dutiesOf } from '../../src/domain/duties/duties.ts'
import { journalGaps } from '../../src/domain/duties/journal-gaps.ts'
import { hasReportChanged } from '../../src/print/changed-report.ts'
import { type PackedClass, packClass } from '../../src/sync/duties-answer.ts'
import { type FoldedClass, nextTurn } from './class-folds.ts'

/** The duties of a class's teacher over the year so far, reports that changed since they were handed in marked. */
export async function classDuties(folded: FoldedClass): Promise<PackedClass> {
  const { source, schoolClass, records, today } = folded
  const { id, classTeacher: teacher = '' } = schoolClass
  const duties: ListedDuty[] = dutiesOf({
    source,
    schoolClass,
    records,
    families: await folded.families(),
    gaps: journalGaps(source, schoolClass, today),
    person: teacher,
    today,
    allWeeks: true,
  })
  for (const duty of duties) {
    const { report, state, term } = duty
    if (report === undefined || state !== 'done') continue
    if (await hasReportChanged(source, schoolClass, records, `${report} ${term}`)) duty.changed = true
    await nextTurn()
  }
  return packClass({ class: id, teacher, duties })
}
