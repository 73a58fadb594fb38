import { useMemo } from 'react'
import { classDocument } from '../../domain/ledger/documents.ts'
import { readClass } from '../../domain/school/class-view.ts'
import type { SchoolView, SchoolYear } from '../../domain/school/school-view.ts'
import { classesOfYear } from '../../domain/school/setup-steps.ts'
import { type SharePupils, sharePupils } from '../../domain/school/shared-pupils.ts'
import { useDocuments } from '../workspace/use-documents.ts'
import { viewOf } from '../workspace/workspace.ts'

/**
 * Who is in which group of the year's classes, by the lists that are on this device; the same function until a list
 * changes.
 */
export function useSharedPupils(school: SchoolView, year: SchoolYear): SharePupils {
  const ids = useMemo(() => classesOfYear(school, year.id).map(({ id }) => classDocument(id)), [school, year])
  const open = useDocuments(ids)
  const versions = [...open.values()].map(({ version }) => version).join()
  return useMemo(() => {
    void versions
    return sharePupils([...open.values()].flatMap(({ fold }) => viewOf(fold, readClass).members))
  }, [open, versions])
}
