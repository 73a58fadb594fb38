import { readJournal } from '../../src/domain/journal/journal-view.ts'
import {
  classDocument,
  type DocumentId,
  type JournalKey,
  lessonOf,
  pupilOf,
  readDocumentId,
  readLessonKey,
} from '../../src/domain/ledger/documents.ts'
import type { Fact } from '../../src/domain/ledger/fact.ts'
import { shortDate } from '../../src/domain/reports/table.ts'
import { readClass, spanOn } from '../../src/domain/school/class-view.ts'
import { lastFirst } from '../../src/domain/school/names.ts'
import { subjectTitle } from '../../src/domain/school/titles.ts'
import { nextTurn } from '../folds/class-folds.ts'
import type { Relay } from '../relay/relay.ts'
import { query, type Steps, type Tables } from '../store/tables.ts'
import type { Outbox, Outgoing, Way } from './outbox.ts'
import type { Recipients } from './recipients.ts'

/** How long after a roll was received its absences are told of, ms: a mis-tap put right by then frightens nobody. */
export const afterRoll = 600_000
/** The longest a timer sleeps, ms. */
const longestSleep = 60_000
/** How long it is known that a notice went out, ms: it is one a pupil and day. */
const kept = 3 * 86_400_000

export interface AbsenceNoticesParts {
  relay: Relay
  tables: Tables
  outbox: Outbox
  recipients: Recipients
  /** Told that something was put into the outbox. */
  added: () => void
  /** ms since 1970. */
  now: () => number
  failed: (error: unknown) => void
}

/**
 * Tells families, the same day, that a pupil is not at a lesson, where they wish it: once a pupil and day, never of who
 * is late or excused, and nobody in his quiet hours. What is watched lies in the database and survives a restart.
 */
export class AbsenceNotices {
  private timer: NodeJS.Timeout | undefined
  private work: Promise<void> = Promise.resolve()
  private stopped = false

  constructor(private readonly parts: AbsenceNoticesParts) {
    const { relay, outbox, now } = parts
    relay.onAppend((document, facts) => this.appended(document, facts))
    void this.do(async () => {
      await outbox.prune(now() - kept)
      await this.sleep()
    })
  }

  /** Looks at the absences whose time has come. */
  look(): Promise<void> {
    return this.do(() => this.lookAll())
  }

  /** Ends what is under way; the database may be closed after. */
  async stop(): Promise<void> {
    this.stopped = true
    clearTimeout(this.timer)
    await this.work
  }

  private appended(document: DocumentId, facts: readonly Fact[]): void {
    if (this.stopped || !document.startsWith('journal/')) return
    const { relay, tables, now } = this.parts
    const cells = facts.filter(([, cell, attribute, value]) => {
      const lesson = attribute === 'presence' && value === 'absent' ? lessonOf(cell) : undefined
      if (!lesson) return false
      return (relay.movedTo(document, lesson) ?? readLessonKey(lesson)).date === relay.today()
    })
    if (cells.length === 0) return
    const due = now() + afterRoll
    const names = cells.map(([, cell]) => cell)
    void this.do(async () => {
      await tables.transact(() => watching(document, names, due))
      await this.sleep()
    })
  }

  /** One thing after another. */
  private do(what: () => Promise<void>): Promise<void> {
    this.work = this.work.then(what).catch(this.parts.failed)
    return this.work
  }

  private async sleep(): Promise<void> {
    const { tables, now } = this.parts
    const [first] = await tables.query<{ due: number | null }>(
      'SELECT min(due) AS due FROM absence_watch WHERE school = :school',
    )
    clearTimeout(this.timer)
    if (this.stopped || !first || first.due === null) return
    const wait = Math.min(Math.max(0, first.due - now()), longestSleep)
    this.timer = setTimeout(() => void this.look(), wait)
    this.timer.unref()
  }

  private async lookAll(): Promise<void> {
    const { tables, now } = this.parts
    const time = now()
    const rows = await tables.query<{ document: DocumentId; cell: string }>(
      'SELECT document, cell FROM absence_watch WHERE school = :school AND due <= ? ORDER BY document, cell',
      time,
    )
    for (const document of new Set(rows.map((row) => row.document))) {
      if (this.stopped) return
      const cells = rows.filter((row) => row.document === document).map(({ cell }) => cell)
      await this.tell(document, cells)
      await tables.transact(() => seeing(document, cells, time))
      await nextTurn()
    }
    await this.sleep()
  }

  /** Puts notices of those into the outbox who are absent still, as the journal and the class stand now. */
  private async tell(document: DocumentId, cells: readonly string[]): Promise<void> {
    const { relay, outbox, added } = this.parts
    const key = readDocumentId(document)
    if (key?.kind !== 'journal') return
    const today = relay.today()
    const { lessons, presence } = readJournal(await relay.foldOf(document))
    const members = readClass(await relay.foldOf(classDocument(key.class)))
    for (const cell of cells) {
      const pupil = pupilOf(cell)
      const lesson = lessons.find((one) => one.key === lessonOf(cell))
      const stands = presence.find((one) => one.lesson === lesson?.key && one.pupil === pupil)
      const card = members.pupils.find(({ id }) => id === pupil)
      if (!card || !lesson || lesson.date !== today || lesson.cancelled !== undefined) continue
      const excused =
        stands?.reason === 'Б' || stands?.reason === 'У' || spanOn(members, card.id, today) !== undefined
      if (stands?.presence !== 'absent' || excused) continue
      const name = lastFirst(card)
      await outbox.put(await this.noticesOf(key, card.id, name, today))
      added()
    }
  }

  private async noticesOf(key: JournalKey, pupil: string, name: string, day: string): Promise<Outgoing[]> {
    const { relay, recipients, now } = this.parts
    const wishes = await recipients.wishesOf(pupil)
    const notices: Outgoing[] = []
    for (const person of await recipients.guardiansOf(pupil)) {
      if (!wishes.get(person)?.absence || (await recipients.awakeAt(pupil, person, now())) > now()) continue
      const way = await this.wayTo(pupil, person)
      if (!way) continue
      const subject = 'Сообщение из дневника'
      const text = [
        'Здравствуйте!',
        '',
        `${name}: ${shortDate(day)} отмечено отсутствие на уроке «${subjectTitle(relay.policy().school, key)}».`,
        'Если это ошибка или есть причина, напишите классному руководителю: дневник, раздел «Письма».',
        '',
        'Не получать таких сообщений: там же, «Когда сообщать сразу».',
      ].join('\n')
      notices.push({ key: noticeKey(day, pupil, person), way, pupil, person, subject, text, due: now() })
    }
    return notices
  }

  private async wayTo(pupil: string, person: string): Promise<Way | undefined> {
    for (const way of ['push', 'email'] as const)
      if ((await this.parts.recipients.whyNot(pupil, person, way)) === undefined) return way
    return undefined
  }
}

function* watching(document: DocumentId, cells: readonly string[], due: number): Steps<void> {
  for (const cell of [...new Set(cells)].sort())
    yield* query(
      `INSERT INTO absence_watch (school, document, cell, due) VALUES (:school, ?, ?, ?)
       ON CONFLICT (school, document, cell) DO UPDATE SET due = excluded.due`,
      ...[document, cell, due],
    )
}

/** One that was marked anew meanwhile has its own time. */
function* seeing(document: DocumentId, cells: readonly string[], time: number): Steps<void> {
  for (const cell of cells)
    yield* query(
      'DELETE FROM absence_watch WHERE school = :school AND document = ? AND cell = ? AND due <= ?',
      ...[document, cell, time],
    )
}

/** One a person, pupil and day. */
function noticeKey(day: string, pupil: string, person: string): string {
  return `absence ${day} ${pupil} ${person}`
}

/** The day that a notice is about. */
export function dayOfNotice(key: string): string | undefined {
  return /^absence (\d{4}-\d\d-\d\d) /.exec(key)?.[1]
}
