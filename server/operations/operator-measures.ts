import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { CarriedRun } from '../../src/sync/update.ts'
import { agesOf, type Measures } from '../relay/measures.ts'
import type { Relay } from '../relay/relay.ts'

/** Upper bounds, seconds: from a disk's fsync to a line's patience. */
const receiptTimes = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
/** Upper bounds, seconds: a tap, a lesson, a day, a week, a month. */
const ages = [5, 60, 600, 3_600, 86_400, 604_800, 2_592_000]

/** What the relay does, in the text format of Prometheus; the process itself beside it. */
export class OperatorMeasures implements Measures {
  private readonly registry = new Registry()
  private readonly receiptTime = new Histogram({
    name: 'parta_receipt_seconds',
    help: 'From an update of a tablet to its receipts, after fsync',
    buckets: receiptTimes,
    registers: [this.registry],
  })
  private readonly entryAge = new Histogram({
    name: 'parta_entry_age_seconds',
    help: 'How long an entry had waited on its tablet when it came, by the tablet’s clock',
    buckets: ages,
    registers: [this.registry],
  })
  private readonly receipts = new Counter({
    name: 'parta_receipts_total',
    help: 'Entries of tablets that got their receipts from this server',
    registers: [this.registry],
  })
  private readonly stored = new Counter({
    name: 'parta_rows_total',
    help: 'Rows on disk, by verdict; those that other servers of the school took are counted here too',
    labelNames: ['verdict'],
    registers: [this.registry],
  })
  private readonly refusals = new Counter({
    name: 'parta_refusals_total',
    help: 'Updates turned down, by code',
    labelNames: ['code'],
    registers: [this.registry],
  })
  private readonly resyncs = new Counter({
    name: 'parta_resyncs_total',
    help: 'Times a tablet was asked for what the relay lacked',
    registers: [this.registry],
  })
  private readonly foldTime = new Histogram({
    name: 'parta_fold_seconds',
    help: 'Reading a document from the database and folding it',
    buckets: receiptTimes,
    registers: [this.registry],
  })

  /** `relays`: of all schools that are open in this process. */
  constructor(relays: ReadonlySet<Pick<Relay, 'connections'>>) {
    new Gauge({
      name: 'parta_schools',
      help: 'Schools that are open in this process',
      registers: [this.registry],
      collect() {
        this.set(relays.size)
      },
    })
    new Gauge({
      name: 'parta_connections',
      help: 'Tablets on the line',
      registers: [this.registry],
      collect() {
        this.set([...relays].reduce((sum, { connections }) => sum + connections, 0))
      },
    })
    collectDefaultMetrics({ register: this.registry })
  }

  answered(ms: number, runs: readonly CarriedRun[], now: number): void {
    const waited = agesOf(runs, now)
    this.receiptTime.observe(ms / 1000)
    this.receipts.inc(waited.length)
    for (const age of waited) this.entryAge.observe(Math.max(0, age) / 1000)
  }

  rows(verdict: 'ok' | 'void', count: number): void {
    this.stored.inc({ verdict }, count)
  }

  refused(code: string): void {
    this.refusals.inc({ code })
  }

  resynced(): void {
    this.resyncs.inc()
  }

  folded(ms: number): void {
    this.foldTime.observe(ms / 1000)
  }

  /** All of it as text, and its content type. */
  async text(): Promise<{ type: string; body: string }> {
    return { type: this.registry.contentType, body: await this.registry.metrics() }
  }
}
