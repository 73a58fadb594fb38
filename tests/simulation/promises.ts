import type { DocumentId } from '../../src/domain/ledger/documents.ts'
import { canonical, type Json } from '../../src/domain/ledger/fact.ts'
import { type Fate, type Fold, isEarlier } from '../../src/domain/ledger/fold.ts'
import type { FactId } from '../../src/domain/ledger/ids.ts'
import type { ElementReceipt } from '../../src/domain/ledger/receipt.ts'

/** Devices that have something on disk, and since which moment of the run. */
type Holders = Map<string, number>

interface Promised {
  document: DocumentId
  /** What the fact says; undefined until a screen showed it. */
  says: string | undefined
  /** Devices whose disk it is on. */
  holders: Holders
  /** Receipts that a screen showed, by what they say. */
  receipts: Map<string, { receipt: ElementReceipt; holders: Holders }>
}

const content = ({ entity, attribute, value, supersedes }: Fate) =>
  canonical([entity, attribute, value, [...supersedes].sort()] as Json)

/**
 * What people were promised: that an entry is on this device, that it is on the server. A promise stands as long as
 * anything that holds it does: the relay's database, or the disk of one device.
 */
export class Promises {
  private readonly facts = new Map<FactId, Promised>()
  /** Broken promises, in words. */
  readonly broken: string[] = []

  /** `moment`: how far the run is. */
  constructor(private readonly moment: () => number) {}

  /** A device said that an entry is on its disk. */
  saved(device: string, document: DocumentId, id: FactId): void {
    const { holders } = this.promised(document, id)
    if (!holders.has(device)) holders.set(device, this.moment())
  }

  /** A screen shows a document: each receipt in it says "on the server". */
  seen(device: string, document: DocumentId, fold: Fold): void {
    for (const fate of fold.fates()) {
      const { id, receipt } = fate
      if (!receipt) continue
      const promised = this.promised(document, id)
      const says = content(fate)
      promised.says ??= says
      if (promised.says !== says)
        this.broken.push(`${id} says ${says} on ${device}, elsewhere ${promised.says}`)
      const key = canonical({ ...receipt, reason: receipt.reason ?? null } as unknown as Json)
      let known = promised.receipts.get(key)
      if (!known) {
        known = { receipt, holders: new Map() }
        promised.receipts.set(key, known)
      }
      if (!known.holders.has(device)) known.holders.set(device, this.moment())
    }
  }

  /** A device now holds what another held at a moment: a profile copied to it, or rolled back. */
  copied(from: string, moment: number, to: string): void {
    const copy = (holders: Holders) => {
      const since = holders.get(from)
      if (since !== undefined && since <= moment) holders.set(to, since)
      else holders.delete(to)
    }
    for (const { holders, receipts } of this.facts.values()) {
      copy(holders)
      for (const receipt of receipts.values()) copy(receipt.holders)
    }
  }

  /** A device's disk lost these facts by damage, or, without facts, all that it held for good. */
  lost(device: string, facts: Iterable<FactId> = this.facts.keys()): void {
    for (const id of facts) {
      const promised = this.facts.get(id)
      promised?.holders.delete(device)
      for (const { holders } of promised?.receipts.values() ?? []) holders.delete(device)
    }
  }

  /** A disk was lost, in part or whole: what nothing holds any more can't be asked for. Returns how many facts. */
  async sweep(relay: (document: DocumentId) => Promise<Fold>): Promise<number> {
    const folds = new Map<DocumentId, Fold>()
    let excused = 0
    for (const [id, { document, holders, receipts }] of this.facts) {
      if (!folds.has(document)) folds.set(document, await relay(document))
      const stored = folds.get(document)!.fact(id)?.receipt
      for (const [key, { receipt, holders: keepers }] of receipts)
        if (keepers.size === 0 && (!stored || isEarlier(receipt, stored))) receipts.delete(key)
      if (holders.size > 0 || receipts.size > 0 || stored) continue
      this.facts.delete(id)
      excused++
    }
    return excused
  }

  /** Checks at the end that everything promised is in the relay's log, or quarantined by name. */
  check(relay: (document: DocumentId) => Fold, quarantined: ReadonlySet<FactId>): void {
    for (const [id, { document, says, receipts }] of this.facts) {
      const fate = relay(document).fact(id)
      if (!fate?.receipt) {
        if (receipts.size > 0) this.broken.push(`${id} was shown as on the server and is not there`)
        else if (!quarantined.has(id)) this.broken.push(`${id} was on a device and is lost`)
        continue
      }
      if (says !== undefined && content(fate) !== says)
        this.broken.push(`${id} says something else on the server`)
      for (const { receipt } of receipts.values()) this.compare(id, receipt, fate.receipt)
    }
  }

  private compare(id: FactId, shown: ElementReceipt, stored: ElementReceipt): void {
    if (shown.author !== stored.author || shown.device !== stored.device)
      this.broken.push(`${id} of ${shown.author} is ${stored.author}'s on the server`)
    if (isEarlier(shown, stored))
      this.broken.push(
        `${id} was shown with ${JSON.stringify(shown)} and stands with ${JSON.stringify(stored)}`,
      )
    else if (shown.receivedAt === stored.receivedAt && shown.verdict !== stored.verdict)
      this.broken.push(`${id} was shown as ${shown.verdict} and is ${stored.verdict}`)
  }

  private promised(document: DocumentId, id: FactId): Promised {
    let promised = this.facts.get(id)
    if (!promised) {
      promised = { document, says: undefined, holders: new Map(), receipts: new Map() }
      this.facts.set(id, promised)
    }
    return promised
  }
}
