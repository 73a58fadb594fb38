import { useMemo, useRef } from 'react'
import type { OpenDocument } from '../../device/open-document.ts'
import { type DutyRecords, readDuties } from '../../domain/duties/duty-records.ts'
import { readJournal } from '../../domain/journal/journal-view.ts'
import { classDocument, familyDocument, journalDocument, journalName } from '../../domain/ledger/documents.ts'
import { withCarried } from '../../domain/reports/carried-journals.ts'
import type { ReportSource } from '../../domain/reports/report-source.ts'
import { type ClassView, emptyClass, readClass } from '../../domain/school/class-view.ts'
import { type FamilyView, readFamily } from '../../domain/school/family-view.ts'
import { journals, type SchoolClass } from '../../domain/school/school-view.ts'
import { useDocument, useDocuments } from '../workspace/use-documents.ts'
import { useSchool, viewOf } from '../workspace/workspace.ts'

/** All that the class teacher's desk works with; the same object while nothing of it changed. */
export interface ClassDesk {
  schoolClass: SchoolClass
  view: ClassView
  records: DutyRecords
  source: ReportSource
  /** By pupil id; of pupils whose families this device has. */
  families: ReadonlyMap<string, FamilyView>
  /** For writing; undefined while the document is read from the disk. */
  classDocument: OpenDocument | undefined
  journalDocument: (journal: string) => OpenDocument | undefined
  familyDocument: (pupil: string) => OpenDocument | undefined
}

/** Opens a class, its journals and its families; undefined while the class is read from the disk, or unknown. */
export function useClassDesk(classId: string): ClassDesk | undefined {
  const school = useSchool()
  const schoolClass = school.classes.get(classId)
  const own = useDocument(classDocument(classId))
  const keys = useMemo(() => journals(school).filter((key) => key.class === classId), [school, classId])
  const open = useDocuments(useMemo(() => keys.map(journalDocument), [keys]))
  const view = own ? viewOf(own.fold, readClass) : emptyClass
  const pupils = useMemo(() => view.pupils.map(({ id }) => id), [view])
  const families = useDocuments(useMemo(() => pupils.map(familyDocument), [pupils]))
  const version = [own, ...open.values(), ...families.values()].map((it) => it?.version ?? -1).join()
  const last = useRef<{ key: string; school: unknown; desk: ClassDesk }>(undefined)
  if (!schoolClass || !own) return undefined
  if (last.current?.key === version && last.current.school === school) return last.current.desk
  const journalViews = new Map(
    keys.flatMap((key) => {
      const document = open.get(journalDocument(key))
      return document ? [[journalName(key), viewOf(document.fold, readJournal)] as const] : []
    }),
  )
  const desk: ClassDesk = {
    schoolClass,
    view,
    records: viewOf(own.fold, readDuties),
    source: { school, classes: new Map([[classId, view]]), journals: withCarried(journalViews) },
    families: new Map(
      pupils.flatMap((pupil) => {
        const document = families.get(familyDocument(pupil))
        return document ? [[pupil, viewOf(document.fold, familyReader(pupil))] as const] : []
      }),
    ),
    classDocument: own,
    journalDocument: (journal) => open.get(`journal/${journal}` as never),
    familyDocument: (pupil) => families.get(familyDocument(pupil)),
  }
  last.current = { key: version, school, desk }
  return desk
}

const readers = new Map<string, (fold: OpenDocument['fold']) => FamilyView>()

/** One reader a pupil, so that a view is found again. */
function familyReader(pupil: string) {
  let reader = readers.get(pupil)
  if (!reader) {
    reader = (fold) => readFamily(fold, pupil)
    readers.set(pupil, reader)
  }
  return reader
}
