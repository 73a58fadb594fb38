import {
  type ClassWords,
  type DiaryCourse,
  readClassWords,
  readCourse,
} from '../../src/domain/diary/course.ts'
import { familyFold } from '../../src/domain/diary/family-fold.ts'
import type { DiaryClass } from '../../src/domain/diary/fold-diary.ts'
import { attributeSpec, isAttribute } from '../../src/domain/ledger/attributes.ts'
import {
  classDocument,
  type DocumentId,
  type JournalKey,
  pupilOf,
  readDocumentId,
  schoolDocument,
} from '../../src/domain/ledger/documents.ts'
import type { Fact } from '../../src/domain/ledger/fact.ts'
import { type ClassView, readClass } from '../../src/domain/school/class-view.ts'
import { readSchool, type SchoolView } from '../../src/domain/school/school-view.ts'
import { Kept } from '../folds/kept.ts'
import type { Relay } from '../relay/relay.ts'

/** Classes whose journals are held as their families may see them; the others are folded anew when asked for. */
const classesKept = 12

type Courses = Kept<DocumentId, DiaryCourse>

/**
 * Classes with their journals as families may see them. A journal is folded once for all its pupils, and again only
 * after rows that families may see; how many classes the school has does not matter.
 */
export class DiaryClasses {
  private readonly kept = new Map<string, Courses>()
  private readonly pupils: Kept<string, { view: ClassView; words: ClassWords }>
  private readonly views: Kept<'school', SchoolView>
  private day = ''
  /** Grow with what may change diaries: of everybody, of a class by its id, of a pupil by `pupil,<id>`. */
  private readonly stamps = new Map<string, number>()

  constructor(private readonly relay: Relay) {
    this.pupils = new Kept(async (classId) => {
      const fold = familyFold(await relay.foldOf(classDocument(classId)))
      return { view: readClass(fold), words: readClassWords(fold) }
    })
    this.views = new Kept(async () => readSchool(familyFold(await relay.foldOf(schoolDocument))))
    relay.onAppend((document, facts, again) => this.appended(document, facts, again))
  }

  /** The school as families may see it. */
  school(): Promise<SchoolView> {
    return this.views.of('school')
  }

  /** What a pupil's diary depends on, as text: the same as long as it need not be folded anew. */
  stampOf(pupil: string, classes: readonly string[]): string {
    const names = ['', `pupil,${pupil}`, ...classes]
    return `${this.relay.today()} ${names.map((name) => `${name}=${this.stamps.get(name) ?? 0}`).join(' ')}`
  }

  /** Whether a class is at hand, so that its diaries cost little. */
  isKept(classId: string): boolean {
    return this.kept.has(classId)
  }

  /** Pupils' cards and orders of a class. */
  async members(classId: string): Promise<ClassView> {
    const { view } = await this.pupils.of(classId)
    return view
  }

  /** A class with its journals; folds one document a turn of the event loop, so that the relay goes on meanwhile. */
  async of(classId: string): Promise<DiaryClass> {
    const today = this.relay.today()
    if (today !== this.day) {
      this.kept.clear()
      this.day = today
    }
    const kept = this.keep(classId, today)
    const courses: DiaryCourse[] = []
    for (const document of await this.relay.documents(`journal/${classId},`))
      if (readDocumentId(document)?.kind === 'journal') courses.push(await kept.of(document))
    const { view, words } = await this.pupils.of(classId)
    return { id: classId, view, words, courses }
  }

  private async course(document: DocumentId, today: string): Promise<DiaryCourse> {
    const { kind: _, ...key } = readDocumentId(document) as JournalKey & { kind: 'journal' }
    const fold = familyFold(await this.relay.foldOf(document))
    const course = readCourse(fold, await this.school(), key, today)
    await new Promise(setImmediate)
    return course
  }

  /** The one asked for last is dropped last. */
  private keep(classId: string, today: string): Courses {
    const kept = this.kept.get(classId) ?? new Kept((document) => this.course(document, today))
    this.kept.delete(classId)
    this.kept.set(classId, kept)
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= classesKept) break
      this.kept.delete(oldest)
    }
    return kept
  }

  private appended(document: DocumentId, facts: readonly Fact[], again: boolean): void {
    const seen = facts.filter(([, , name]) => isAttribute(name) && attributeSpec(name).family)
    const name = readDocumentId(document)
    if (!name || (seen.length === 0 && !again)) return
    if (name.kind === 'school') {
      this.views.forgetAll()
      this.kept.clear()
      this.pupils.forgetAll()
      this.bump('')
    } else if (name.kind === 'class') {
      this.pupils.forget(name.class)
      this.bump(name.class)
    } else if (name.kind === 'journal') {
      this.kept.get(name.class)?.forget(document)
      const pupils = seen.map(([, entityName]) => pupilOf(entityName))
      if (again || pupils.includes(undefined)) this.bump(name.class)
      else for (const pupil of new Set(pupils)) this.bump(`pupil,${pupil}`)
    }
  }

  private bump(stamp: string): void {
    this.stamps.set(stamp, (this.stamps.get(stamp) ?? 0) + 1)
  }
}
