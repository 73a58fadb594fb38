import { useMemo } from 'react'
import { classDocument } from '../../domain/ledger/documents.ts'
import { readClass } from '../../domain/school/class-view.ts'
import { classesOfYear, type SetupStepId, setupSteps, yearToSetUp } from '../../domain/school/setup-steps.ts'
import { useComplete, useDocuments } from '../workspace/use-documents.ts'
import { useNow, useSchool, viewOf } from '../workspace/workspace.ts'
import { SchoolHub } from './school-hub.tsx'

const nothing: ReadonlySet<SetupStepId> = new Set()
/** Steps that the classes' documents tell of. */
const ofLists: ReadonlySet<SetupStepId> = new Set(['pupils', 'groups'])

/** Школа: the first-day checklist, as the ledger has it, and the office's pages. */
export function SchoolPage() {
  const school = useSchool()
  const { date } = useNow()
  const year = yearToSetUp(school, date)
  const ids = useMemo(() => (year ? classesOfYear(school, year.id).map(({ id }) => id) : []), [school, year])
  const documents = useMemo(() => ids.map(classDocument), [ids])
  const open = useDocuments(documents)
  const complete = useComplete(documents)
  const classes = new Map(
    ids.flatMap((id) => {
      const fold = open.get(classDocument(id))?.fold
      return fold ? [[id, viewOf(fold, readClass)] as const] : []
    }),
  )
  return (
    <SchoolHub
      name={school.profile?.name}
      steps={setupSteps(school, classes, date)}
      coming={complete && classes.size === ids.length ? nothing : ofLists}
    />
  )
}
