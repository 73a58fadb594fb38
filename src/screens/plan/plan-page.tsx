import { useMemo, useSyncExternalStore } from 'react'
import { readJournal } from '../../domain/journal/journal-view.ts'
import { planChanges } from '../../domain/journal/plan-editing.ts'
import { layPlan } from '../../domain/journal/plan-layout.ts'
import { entity, type JournalKey, journalDocument, journalName } from '../../domain/ledger/documents.ts'
import type { Entry } from '../../domain/ledger/fact.ts'
import { foresee } from '../../domain/policy/keeping-right.ts'
import { sameJournal } from '../../domain/policy/policy.ts'
import { tableCsv } from '../../domain/reports/table-csv.ts'
import { classTitle, subjectTitle } from '../../domain/school/titles.ts'
import { offeredPlans } from '../../sync/colleagues.ts'
import { saveFile } from '../papers/save-file.ts'
import { href } from '../route.ts'
import { freshAccess } from '../workspace/access.ts'
import { Reading } from '../workspace/reading.tsx'
import { useUndo } from '../workspace/undo.ts'
import { useDocument } from '../workspace/use-documents.ts'
import { useActor, useNow, usePolicy, useSchool, useWorkspace, viewOf } from '../workspace/workspace.ts'
import { Plan } from './plan.tsx'
import { planTable } from './plan-file.ts'

/** План (КТП) of one journal, laid over the dates of its year. */
export function PlanPage({ journal }: { journal: JournalKey }) {
  const document = useDocument(journalDocument(journal))
  const school = useSchool()
  const policy = usePolicy()
  const actor = useActor()
  const now = useNow()
  const { write, undo, canUndo } = useUndo(document)
  const { session, account, tokens, sync } = useWorkspace()
  const { progress } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  const fold = document?.fold
  const view = fold && viewOf(fold, readJournal)
  const course = useMemo(
    () => view && { school, key: journal, lessons: view.lessons, plan: view.plan, today: now.date },
    [school, journal, view, now.date],
  )
  const layout = useMemo(() => course && layPlan(course), [course])
  // A journal that is here and empty is where a plan begins.
  const isHere = fold !== undefined && (fold.version > 0 || progress.ready === progress.total)
  if (!isHere || !course || !layout) return <Reading loaded={false} />
  const may = foresee(policy, journal, actor, probe, {
    today: now.date,
    time: now.time,
    movedTo: (lesson) => fold.value(`lesson,${lesson}`, 'lesson.moved'),
  })
  const title = `${classTitle(school, journal.class)}, ${subjectTitle(school, journal)}`
  const askOffers = async () => {
    const access = await freshAccess({ session, tokens })
    const grade = school.classes.get(journal.class)?.grade
    if (access === null || grade === undefined) return null
    const answer = await offeredPlans(account, access, journal.subject, grade)
    if (!answer.ok) return null
    return answer.value.filter((offer) => !sameJournal(offer, journal))
  }
  const exportAs = async (format: 'xlsx' | 'csv') => {
    const table = planTable(title, layout)
    if (format === 'csv') return saveFile(`${title}.csv`, tableCsv(table), 'text/csv')
    const { tableXlsx } = await import('../../exchange/table-xlsx.ts')
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    saveFile(`${title}.xlsx`, await tableXlsx(table), type)
  }
  return (
    <Plan
      journal={title}
      journalHref={href({ screen: 'journal', journal: journalName(journal) })}
      plan={course.plan}
      layout={layout}
      layOut={(plan) => layPlan({ ...course, plan })}
      today={now.date}
      writable={may.kind === 'ok'}
      canUndo={canUndo}
      onPlan={(plan) => write(planChanges(course.plan, plan))}
      onUndo={undo}
      shared={fold.value(entity.sharing, 'plan.shared') ?? false}
      onShare={(shared) =>
        void document?.assert([{ entity: entity.sharing, attribute: 'plan.shared', value: shared || null }])
      }
      onAskOffers={askOffers}
      onExport={(format) => void exportAs(format)}
    />
  )
}

/** Any entry: whoever may write this one may write the plan. */
const probe: Entry = {
  entity: entity.plan(1),
  attribute: 'plan',
  value: { number: 1, hours: 1, topic: '' },
}
