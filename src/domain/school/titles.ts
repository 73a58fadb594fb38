import type { JournalKey } from '../ledger/documents.ts'
import { initials } from './names.ts'
import { className, type SchoolView } from './school-view.ts'

/** «7А»; the id where the class is not known. */
export function classTitle(school: SchoolView, classId: string): string {
  const found = school.classes.get(classId)
  return found ? className(found) : classId
}

/** «Математика», «Английский язык, Группа 2»; ids where the names are not known. */
export function subjectTitle(school: SchoolView, key: Pick<JournalKey, 'subject' | 'group'>): string {
  const subject = school.subjects.get(key.subject)?.name ?? key.subject
  if (!key.group) return subject
  return `${subject}, ${school.groups.get(key.group)?.name ?? key.group}`
}

/** «С. О. Трефилова»; the id where the person is not known. */
export function staffTitle(school: SchoolView, person: string): string {
  const member = school.staff.get(person)
  return member ? initials(member) : person
}

/** Whether a subject is physical education, by its name as schools write it. */
export function isPhysicalEducation(subject: string): boolean {
  return /физическ\S+ (культур|воспитани)|физкульт|физвоспит/i.test(subject)
}
