import { type DocumentId, entity, familyDocument, readDocumentId } from '../../src/domain/ledger/documents.ts'
import type { Entry, Fact } from '../../src/domain/ledger/fact.ts'
import { relayUser, serverDevice } from '../../src/domain/ledger/ids.ts'
import { yearOn } from '../../src/domain/policy/access.ts'
import { familySheets } from '../../src/domain/reports/family-sheet.ts'
import { sheetText } from '../../src/domain/reports/sheet-words.ts'
import { shortDate } from '../../src/domain/reports/table.ts'
import { readFamily, type Sending } from '../../src/domain/school/family-view.ts'
import { initials } from '../../src/domain/school/names.ts'
import type { SchoolClass } from '../../src/domain/school/school-view.ts'
import { foldClass, nextTurn } from '../folds/class-folds.ts'
import type { Relay } from '../relay/relay.ts'
import type { Outbox, Outgoing, Why } from './outbox.ts'
import type { Recipients } from './recipients.ts'

const writer = { user: relayUser, device: serverDevice, as: 'relay' } as const

export interface ReportDeliveryParts {
  relay: Relay
  outbox: Outbox
  recipients: Recipients
  /** Told that something was put into the outbox. */
  added: () => void
  now: () => number
  /** The school's address for people's browsers, where it is known. */
  publicUrl: string | undefined
  failed: (error: unknown) => void
}

/**
 * Reports that class teachers asked to be sent: each is put into the outbox for every guardian who may be told so, and
 * the register says that the family was informed once one of the letters was taken. What a stop cuts short is made
 * good at the next start.
 */
export class ReportDelivery {
  private readonly waiting = new Set<string>()
  private work: Promise<void>
  private stopped = false

  constructor(private readonly parts: ReportDeliveryParts) {
    const { relay } = parts
    relay.onAppend((document, facts) => this.appended(document, facts))
    this.work = this.resume().catch(parts.failed)
  }

  /** Whether what a fact asked for is still wanted: it may have been taken back. */
  async isWanted(pupil: string, asked: string): Promise<boolean> {
    const fold = await this.parts.relay.foldOf(familyDocument(pupil))
    return [...fold.entities('informed')].some(
      (name) => fold.state(name, 'informed.asked')?.shown?.id === asked && fold.value(name, 'informed.asked'),
    )
  }

  /** Says in the register what became of what a fact asked for, as far as it is known. */
  async settle(pupil: string, asked: string): Promise<void> {
    const { outbox, recipients, relay } = this.parts
    const items = await outbox.askedBy(asked)
    const { sendings } = readFamily(await relay.foldOf(familyDocument(pupil)), pupil)
    const sending = sendings.find((one) => one.asked === asked)
    const accepted = items.filter(({ outcome }) => outcome === 'accepted')
    const isOver = items.every(({ outcome }) => outcome !== undefined)
    const failed = items.find(({ outcome }) => outcome !== undefined)?.outcome
    if (accepted.length > 0) {
      const names = await Promise.all(accepted.map(({ person }) => recipients.nameOf(pupil, person)))
      await this.informed(pupil, asked, names.join('; '))
    } else if (isOver && sending && failed !== undefined && failed !== 'accepted')
      await this.write(pupil, sending, [outcomeOf(asked, failed)])
    if (isOver) await outbox.forget(asked)
  }

  /** Ends work that is under way; the store may be closed after. */
  async stop(): Promise<void> {
    this.stopped = true
    await this.work
  }

  private async resume(): Promise<void> {
    const { relay, outbox } = this.parts
    for (const { pupil, asked } of await outbox.settledAsks()) await this.settle(pupil, asked)
    for (const document of await relay.documents('family/')) {
      const name = readDocumentId(document)
      if (this.stopped) return
      if (name?.kind === 'family' && (await this.openOf(name.pupil)).length > 0) this.waiting.add(name.pupil)
      await nextTurn()
    }
    await this.putAll()
  }

  private appended(document: DocumentId, facts: readonly Fact[]): void {
    const name = readDocumentId(document)
    if (name?.kind !== 'family' || !facts.some(([, , attribute]) => attribute === 'informed.asked')) return
    this.waiting.add(name.pupil)
    this.work = this.work.then(() => this.putAll()).catch(this.parts.failed)
  }

  /** What was asked about a pupil and is neither settled nor in the outbox. */
  private async openOf(pupil: string): Promise<Sending[]> {
    const { relay, outbox } = this.parts
    const { sendings } = readFamily(await relay.foldOf(familyDocument(pupil)), pupil)
    const open: Sending[] = []
    for (const sending of sendings) {
      const { asked, failed } = sending
      if (failed === undefined && (await outbox.askedBy(asked)).length === 0) open.push(sending)
    }
    return open
  }

  /** A class's journals are folded once for all its pupils who wait. */
  private async putAll(): Promise<void> {
    while (this.waiting.size > 0 && !this.stopped) {
      const [first] = this.waiting
      const schoolClass = this.classOf(first!)
      const pupils = [...this.waiting].filter((pupil) => this.classOf(pupil)?.id === schoolClass?.id)
      for (const pupil of pupils) this.waiting.delete(pupil)
      if (schoolClass) await this.put(schoolClass, pupils)
    }
  }

  private async put(schoolClass: SchoolClass, pupils: readonly string[]): Promise<void> {
    const { outbox, recipients, now, added } = this.parts
    const { source } = await foldClass(this.parts.relay, schoolClass)
    const { school } = source
    const teacher = school.staff.get(schoolClass.classTeacher ?? '')
    for (const pupil of pupils) {
      for (const sending of await this.openOf(pupil)) {
        const { asked, how, from, to } = sending
        const reasons: { person: string; why: Why | undefined }[] = []
        for (const person of await recipients.guardiansOf(pupil))
          reasons.push({ person, why: await recipients.whyNoReport(pupil, person, how) })
        const told = reasons.filter(({ why }) => why === undefined)
        if (told.length === 0) {
          await this.write(pupil, sending, [outcomeOf(asked, reasons[0]?.why ?? 'noAddress')])
          continue
        }
        const [sheet] = familySheets(source, schoolClass, new Set([pupil]), { from, to })
        if (!sheet) continue
        const text = [
          'Здравствуйте!',
          '',
          sheetText(school, sheet),
          '',
          ...(teacher ? [`Классный руководитель ${initials(teacher)}`] : []),
          school.profile?.name ?? '',
          '',
          'Получать это иначе или не получать писем: дневник, раздел «Письма», «Когда сообщать сразу».',
          ...(this.parts.publicUrl === undefined ? [] : [`${this.parts.publicUrl}/diary/`]),
        ].join('\n')
        const subject = `Сведения об успехах, ${shortDate(from)}–${shortDate(to)}`
        const letters: Outgoing[] = []
        for (const { person } of told) {
          // A letter disturbs nobody at night.
          const due = how === 'push' ? await recipients.awakeAt(pupil, person, now()) : now()
          letters.push({ key: `${asked} ${person}`, way: how, pupil, person, asked, subject, text, due })
        }
        await outbox.put(letters)
        added()
      }
      await nextTurn()
    }
  }

  private classOf(pupil: string): SchoolClass | undefined {
    const { relay } = this.parts
    const { school, classesOf } = relay.policy()
    const year = yearOn(school, relay.today())
    const classes = [...classesOf(pupil)].flatMap((id) => school.classes.get(id) ?? [])
    return classes.find((one) => one.year === year) ?? classes.at(-1)
  }

  /** The register's entry; said again when one more of the family was told. */
  private async informed(pupil: string, asked: string, names: string): Promise<void> {
    const fold = await this.parts.relay.foldOf(familyDocument(pupil))
    for (const name of fold.entities('informed')) {
      if (fold.state(name, 'informed.asked')?.shown?.id !== asked) continue
      const wish = fold.value(name, 'informed.asked')
      if (!wish || fold.value(name, 'informed')?.note === names) continue
      await this.write(pupil, wish, [
        { attribute: 'informed', value: names === '' ? wish : { ...wish, note: names } },
        outcomeOf(asked, undefined),
      ])
    }
  }

  private write(
    pupil: string,
    { from, to }: { from: string; to: string },
    entries: readonly Omit<Entry, 'entity'>[],
  ): Promise<void> {
    const name = entity.informed(pupil, from, to)
    return this.parts.relay.record(familyDocument(pupil), [
      { writer, entries: entries.map((entry) => ({ ...entry, entity: name })) },
    ])
  }
}

function outcomeOf(asked: string, failed: Why | undefined): Omit<Entry, 'entity'> {
  return { attribute: 'informed.outcome', value: failed === undefined ? { asked } : { asked, failed } }
}
