import type { OpenDocument } from '../../device/open-document.ts'
import type { PersonSession } from '../../device/person-session.ts'
import {
  classDocument,
  type DocumentId,
  familyDocument,
  schoolDocument as schoolId,
  threadDocument,
} from '../../domain/ledger/documents.ts'
import { documentsOf } from '../../domain/policy/access.ts'
import { readClass } from '../../domain/school/class-view.ts'
import { schoolDate } from '../../domain/school/school-date.ts'
import { policyOf, viewOf } from './workspace.ts'

/**
 * Which documents this person's tablet keeps: what the school says of him, today's lessons first, and the families of
 * the classes that he leads, whose lists are therefore held open.
 */
export class WantedDocuments {
  private readonly led = new Map<DocumentId, OpenDocument>()
  private readonly readers = new Map<string, (fold: OpenDocument['fold']) => readonly DocumentId[]>()

  /** `changed` is called when the list may have become another. */
  constructor(
    private readonly session: PersonSession,
    private readonly school: OpenDocument,
    private readonly changed: () => void,
  ) {
    school.subscribe(() => {
      this.openLed()
      changed()
    })
    this.openLed()
  }

  list(): readonly DocumentId[] {
    const { fold } = this.school
    if (fold.version === 0) return [schoolId]
    const policy = viewOf(fold, policyOf)
    const today = schoolDate(this.session.now(), policy.school.profile?.timezone)
    const families = [...this.led.values()].flatMap((document) => viewOf(document.fold, familiesOf))
    return [...viewOf(fold, this.wantedOn(today)), ...families]
  }

  private openLed(): void {
    const { person } = this.session.profile
    const { classes } = viewOf(this.school.fold, policyOf).school
    for (const { id, classTeacher } of classes.values()) {
      const name = classDocument(id)
      if (classTeacher !== person || this.led.has(name)) continue
      // What can't be opened is told by the session's fault.
      this.session.open(name).then(
        (document) => {
          if (this.led.has(name)) return
          this.led.set(name, document)
          document.subscribe(this.changed)
          this.changed()
        },
        () => undefined,
      )
    }
  }

  private wantedOn(today: string) {
    let reader = this.readers.get(today)
    if (!reader) {
      const { person } = this.session.profile
      reader = (fold) => documentsOf(viewOf(fold, policyOf), person, today)
      this.readers.set(today, reader)
    }
    return reader
  }
}

/** Documents of the families of everybody who was ever in a class, and what they write. */
function familiesOf(fold: OpenDocument['fold']): readonly DocumentId[] {
  return viewOf(fold, readClass).pupils.flatMap(({ id }) => [familyDocument(id), threadDocument(id)])
}
