import { useCallback, useMemo } from 'react'
import { classDocument, familyDocument } from '../../../domain/ledger/documents.ts'
import type { Fold } from '../../../domain/ledger/fold.ts'
import { type ClassView, readClass } from '../../../domain/school/class-view.ts'
import type { SchoolClass, SchoolView, SchoolYear } from '../../../domain/school/school-view.ts'
import { classesOfYear, yearToSetUp } from '../../../domain/school/setup-steps.ts'
import { exportTables } from '../../../exchange/export-tables.ts'
import type { Known } from '../../../exchange/known.ts'
import { tableNames } from '../../../exchange/layout.ts'
import { derivedIds } from '../../../exchange/sheets/derived-id.ts'
import type { SheetContext } from '../../../exchange/sheets/sheet.ts'
import { type OpenDocuments, useComplete, useDocuments } from '../../workspace/use-documents.ts'
import { useNow, useSchool, useWorkspace, viewOf } from '../../workspace/workspace.ts'

/** The school that is set up, with the classes of its year at hand. */
export interface SetupSchool {
  school: SchoolView
  /** The year that is set up; undefined before there is one. */
  year: SchoolYear | undefined
  /** Its classes, by grade and letter. */
  classes: readonly SchoolClass[]
  views: ReadonlyMap<string, ClassView>
  /** Every class's list has come to this device at least once: only then is it known who is missing. */
  complete: boolean
  /** ISO date, the school's. */
  today: string
  open: OpenDocuments
}

/** Opens the class documents of the year that is set up, while the screen stands. */
export function useSetupSchool(): SetupSchool {
  const school = useSchool()
  const { date } = useNow()
  const year = yearToSetUp(school, date)
  const classes = useMemo(() => (year ? classesOfYear(school, year.id) : []), [school, year])
  const ids = useMemo(() => classes.map(({ id }) => classDocument(id)), [classes])
  const open = useDocuments(ids)
  const complete = useComplete(ids)
  const views = new Map(
    classes.flatMap(({ id }) => {
      const fold = open.get(classDocument(id))?.fold
      return fold ? [[id, viewOf(fold, readClass)] as const] : []
    }),
  )
  return {
    school,
    year,
    classes,
    views,
    complete: complete && views.size === classes.length,
    today: date,
    open,
  }
}

/** What reading a list goes by: the school as the exchange folder would have it, and ids that follow from the rows. */
export function useSheetContext(
  { open, today }: Pick<SetupSchool, 'open' | 'today'>,
  families: OpenDocuments = noDocuments,
): { known: Known; contextFor: (year: SchoolYear) => SheetContext } {
  const { schoolDocument } = useWorkspace()
  const versions = [schoolDocument, ...open.values(), ...families.values()].map(({ version }) => version)
  const key = versions.join()
  const known = useMemo(() => {
    void key
    return exportTables({
      school: schoolDocument.fold,
      classes: foldsOf(open),
      families: foldsOf(families),
      journals: new Map(),
    })
  }, [schoolDocument, open, families, key])
  const contextFor = useCallback(
    (year: SchoolYear): SheetContext => ({
      known: known.tables,
      year,
      today,
      newId: derivedIds(
        tableNames.flatMap((table) => known.tables[table].flatMap((row) => ('id' in row ? [row.id] : []))),
      ),
    }),
    [known, today],
  )
  return { known, contextFor }
}

const noDocuments: OpenDocuments = new Map()

/** Folds by the class or pupil that a document is of. */
function foldsOf(open: OpenDocuments): Map<string, Fold> {
  return new Map([...open].map(([id, { fold }]) => [id.slice(id.indexOf('/') + 1), fold]))
}

/** Opens the families' documents of pupils, by pupil id. */
export function useFamilies(pupils: readonly string[]): OpenDocuments {
  const key = pupils.join('\n')
  const ids = useMemo(() => (key === '' ? [] : key.split('\n').map(familyDocument)), [key])
  return useDocuments(ids)
}
