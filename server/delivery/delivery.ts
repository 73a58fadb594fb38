import type { Families } from '../families/families.ts'
import type { Relay } from '../relay/relay.ts'
import type { Tables } from '../store/tables.ts'
import { AbsenceNotices, dayOfNotice } from './absence-notices.ts'
import { Courier } from './courier.ts'
import type { MailSettings } from './mail-settings.ts'
import { Mailer } from './mailer.ts'
import { type Attempt, Outbox, type Standing, type Why } from './outbox.ts'
import type { Push } from './push.ts'
import { Recipients } from './recipients.ts'
import { ReportDelivery } from './report-delivery.ts'

export interface DeliveryOptions {
  relay: Relay
  families: Families
  tables: Tables
  /** ms since 1970. */
  now: () => number
  log: { warn(fields: object, message: string): void; error(fields: object, message: string): void }
  mail?: MailSettings | undefined
  push?: Push | undefined
  publicUrl?: string | undefined
  /** How long is waited after each try that failed, ms; over a day in all unless told. */
  waits?: readonly number[]
  /** Where several servers send for the school: how long what one of them has taken is left to it, ms. */
  lease?: number
}

/** Sends to families what they are to be told, beside what lies in their diaries. */
export class Delivery {
  private readonly outbox: Outbox
  private readonly recipients: Recipients
  private readonly mailer: Mailer | undefined
  private readonly couriers: readonly Courier[]
  private readonly reports: ReportDelivery
  private readonly absences: AbsenceNotices

  constructor(private readonly options: DeliveryOptions) {
    const { relay, families, tables, now, log, mail, push, publicUrl, waits } = options
    this.outbox = new Outbox(tables, options.lease)
    this.mailer = mail && new Mailer(mail)
    this.recipients = new Recipients(relay, families, {
      email: mail && (async (pupil, person) => (await this.recipients.emailOf(pupil, person)) !== undefined),
      push: push && ((pupil, person) => push.reaches(pupil, person)),
    })
    const common = {
      outbox: this.outbox,
      now,
      log,
      ...(waits === undefined ? {} : { waits }),
      settled: async ({ pupil, asked }: Standing) => {
        if (asked !== undefined) await this.reports.settle(pupil, asked)
      },
    }
    this.couriers = [
      new Courier('email', { ...common, send: (item) => this.post(item) }),
      new Courier('push', { ...common, send: (item) => this.push(item) }),
    ]
    this.reports = new ReportDelivery({
      ...{ relay, outbox: this.outbox, recipients: this.recipients, now, publicUrl },
      added: () => this.wake(),
      failed: (error) => log.error({ stack: (error as Error).stack }, 'report delivery failed'),
    })
    this.absences = new AbsenceNotices({
      ...{ relay, tables, outbox: this.outbox, recipients: this.recipients, now },
      added: () => this.wake(),
      failed: (error) => log.error({ stack: (error as Error).stack }, 'absence notices failed'),
    })
    this.wake()
  }

  /** Looks what is due now. */
  async look(): Promise<void> {
    await this.absences.look()
    this.wake()
  }

  /** Ends what is under way; the database may be closed after. */
  async stop(): Promise<void> {
    await Promise.all([this.reports.stop(), this.absences.stop()])
    await Promise.all(this.couriers.map((courier) => courier.stop()))
    this.mailer?.close()
  }

  private wake(): void {
    for (const courier of this.couriers) courier.wake()
  }

  private async post(item: Standing): Promise<Attempt> {
    const { recipients, mailer, options } = this
    const { key, pupil, person, subject, text } = item
    const why = await this.whyNot(item)
    const to = await recipients.emailOf(pupil, person)
    if (why !== undefined) return { kind: 'failed', why }
    if (!mailer || to === undefined) return { kind: 'failed', why: 'noAddress' }
    const school = options.relay.policy().school.profile?.name ?? ''
    const unsubscribe = options.publicUrl && `${options.publicUrl}/diary/`
    return mailer.send({ key, to, subject, text, school, unsubscribe })
  }

  private async push(item: Standing): Promise<Attempt> {
    const { push } = this.options
    const why = push ? await this.whyNot(item) : 'off'
    return push && why === undefined
      ? push.send(item.pupil, item.person)
      : { kind: 'failed', why: why ?? 'off' }
  }

  /** As it stands now: a consent may have been taken back since, or what was asked. */
  private async whyNot({ key, way, pupil, person, asked }: Standing): Promise<Why | undefined> {
    if (asked === undefined) {
      // Of yesterday, or at night, nobody is told any more.
      const { relay, now } = this.options
      if (dayOfNotice(key) !== relay.today()) return 'unreachable'
      if ((await this.recipients.awakeAt(pupil, person, now())) > now()) return 'notWished'
      return this.recipients.whyNot(pupil, person, way)
    }
    if (!(await this.reports.isWanted(pupil, asked))) return 'notWished'
    return this.recipients.whyNoReport(pupil, person, way)
  }
}
