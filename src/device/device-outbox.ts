import * as v from 'valibot'
import type { DeviceId, UserId } from '../domain/ledger/ids.ts'
import { type OutboxKey, outboxKeySchema } from '../domain/ledger/outbox.ts'
import type { DexieStore } from './dexie-store.ts'
import { OutboxSeal } from './outbox-seal.ts'
import { secretNames } from './secret-names.ts'

/** What waits, sealed to the relay's public key as well: carried by whoever comes by, read by nobody on the way. */
export class DeviceOutbox {
  private constructor(
    private readonly store: DexieStore,
    private readonly author: { user: UserId; device: DeviceId },
  ) {}

  /** Takes up the relay's key where one is kept; rows written from now on are sealed to it as they are stored. */
  static async start(store: DexieStore, author: { user: UserId; device: DeviceId }): Promise<DeviceOutbox> {
    const outbox = new DeviceOutbox(store, author)
    const kept = v.safeParse(outboxKeySchema, await store.kept(secretNames.outbox))
    if (kept.success) {
      store.blobs.outbox = await OutboxSeal.to(kept.output, author)
      // A damaged record is for whoever opens its document: the session begins all the same.
      await outbox.sealWaiting().catch(console.error)
    }
    return outbox
  }

  /** Whether the relay's key is known: rows that wait are sealed to it. */
  get ready(): boolean {
    return this.store.blobs.outbox !== null
  }

  /** Pins the relay's key: the first one stays, whatever anybody says later. */
  async learn(key: OutboxKey): Promise<void> {
    if (this.ready) return
    this.store.blobs.outbox = await OutboxSeal.to(key, this.author)
    await this.store.keep(secretNames.outbox, key)
    await this.sealWaiting()
  }

  /** The sealed parts of all that waits, oldest first. */
  async parts(): Promise<Uint8Array[]> {
    const waiting = await this.store.database.rows.orderBy('[since+facts]').toArray()
    return waiting.flatMap(({ sealed }) => sealed ?? [])
  }

  /** Seals what was written before the key was known. */
  private async sealWaiting(): Promise<void> {
    const { database, blobs } = this.store
    const waiting = await database.rows.orderBy('[since+facts]').toArray()
    for (const record of waiting) {
      if (record.sealed || !blobs.outbox) continue
      const sealed = await blobs.outbox.seal(record.document, await blobs.openRow(record))
      // Receipted meanwhile: it waits no more, and nothing is to be carried.
      await database.write(() =>
        database.rows
          .where({ id: record.id! })
          .filter(({ since }) => since !== undefined)
          .modify({ sealed }),
      )
    }
  }
}
