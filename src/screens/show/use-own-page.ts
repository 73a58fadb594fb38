import { useMemo } from 'react'
import { readClassWords, readCourse } from '../../domain/diary/course.ts'
import type { Diary } from '../../domain/diary/diary.ts'
import { familyFold } from '../../domain/diary/family-fold.ts'
import { foldDiary } from '../../domain/diary/fold-diary.ts'
import { classDocument, journalDocument } from '../../domain/ledger/documents.ts'
import { readClass } from '../../domain/school/class-view.ts'
import { journals } from '../../domain/school/school-view.ts'
import { useDocument, useDocuments } from '../workspace/use-documents.ts'
import { useNow, useSchool } from '../workspace/workspace.ts'
import type { ShownPupil } from './showing.ts'

/**
 * The pupil's diary as far as this device holds its journals: by the same rule as families read it, so that nothing of
 * others, no remark and no unsettled value is in it. Undefined while the disk is read.
 */
export function useOwnPage({ class: classId, pupil }: ShownPupil): Diary | undefined {
  const school = useSchool()
  const { date } = useNow()
  const members = useDocument(useMemo(() => classDocument(classId), [classId]))
  const keys = useMemo(() => journals(school).filter((key) => key.class === classId), [school, classId])
  const open = useDocuments(useMemo(() => keys.map(journalDocument), [keys]))
  const version = [members, ...open.values()].map((it) => it?.version ?? -1).join()
  return useMemo(() => {
    const year = school.classes.get(classId)?.year
    // Folded anew when `version` says that a document changed.
    if (!members || version === '' || year === undefined || open.size < keys.length) return undefined
    const fold = familyFold(members.fold)
    const courses = keys.flatMap((key) => {
      const held = open.get(journalDocument(key))
      return held && held.fold.version > 0 ? [readCourse(familyFold(held.fold), school, key, date)] : []
    })
    const own = { id: classId, view: readClass(fold), words: readClassWords(fold), courses }
    const years = [{ id: year, class: classId }]
    return foldDiary({ school, pupil, year, classes: [own], years, today: date })
  }, [school, classId, pupil, date, members, keys, open, version])
}
