import { schoolDocument } from '../../src/domain/ledger/documents.ts'
import { type Measures, unmeasured } from '../relay/measures.ts'
import type { Relay } from '../relay/relay.ts'
import { hourOf } from '../store/intake.ts'
import { unlessFull } from '../store/room.ts'
import type { Tables } from '../store/tables.ts'
import { note, noteOf } from './school-notes.ts'

/** How often it is written what has come together, ms. */
const writeEvery = 15_000
/** Hours of which it is kept what devices have sent. */
const hoursKept = 60 * 24

export interface NotingParts {
  relay: Relay
  tables: Tables
  log: { warn(fields: object, message: string): void }
}

/**
 * Writes into a school's tables what its operator is told without opening it: its name, its time zone and the days on
 * which it has lessons, and how much of what devices sent was turned down, which stands in no log of the school.
 */
export class Noting {
  private readonly timer: NodeJS.Timeout
  private readonly deaf: () => void
  private work: Promise<void> = Promise.resolve()
  private refused = 0
  /** The school's date of which it is noted; undefined: it is to be noted. */
  private noted: string | undefined

  constructor(private readonly parts: NotingParts) {
    const { relay } = parts
    const measures: Measures = {
      ...unmeasured,
      refused: () => {
        this.refused++
      },
    }
    relay.watch(measures)
    this.deaf = relay.onAppend((document) => {
      if (document === schoolDocument) this.noted = undefined
    })
    this.timer = setInterval(() => void this.write(), writeEvery)
    this.timer.unref()
    void this.write()
  }

  /** Writes what there is; the database may be closed after. */
  async stop(): Promise<void> {
    clearInterval(this.timer)
    this.deaf()
    await this.write()
  }

  private write(): Promise<void> {
    const failed = (error: Error) => this.parts.log.warn({ stack: error.stack }, 'not noted for the operator')
    this.work = this.work.then(() => unlessFull(() => this.writeAll())).catch(failed)
    return this.work
  }

  private async writeAll(): Promise<void> {
    const { relay, tables } = this.parts
    const { refused } = this
    if (refused > 0) {
      await tables.query(
        `INSERT INTO intake (school, hour, refused) VALUES (:school, ?, ?)
         ON CONFLICT (school, hour) DO UPDATE SET refused = intake.refused + excluded.refused`,
        ...[hourOf(relay.now()), refused],
      )
      this.refused -= refused
    }
    const today = relay.today()
    if (this.noted === today) return
    this.noted = today
    await note(tables, 'school', relay.now(), noteOf(relay.policy().school, today))
    // But for the last of all, which says when something came.
    await tables.query(
      `DELETE FROM intake WHERE school = :school AND hour < ?
         AND hour < (SELECT max(hour) FROM intake WHERE school = :school AND newest > 0)`,
      hourOf(relay.now()) - hoursKept,
    )
  }
}
