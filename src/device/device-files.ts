import type { DocumentId } from '../domain/ledger/documents.ts'
import { Blobs } from './blobs.ts'
import type { FileRecord, PersonDatabase } from './database.ts'
import { Observable } from './observable.ts'
import type { DataKey } from './seal.ts'

/** A file by the journal it belongs to and the SHA-256 of its bytes. */
export interface FilePlace {
  document: DocumentId
  hash: string
}

/** Where a file stands: `here` on this tablet, `waiting` to be sent as well, or not taken by the relay (its code). */
export type FileState = { kind: 'here' } | { kind: 'waiting' } | { kind: 'refused'; code: string }

/** Why the relay does not take a file: for good, or until something changes there. */
export interface FileRefusal {
  code: string
  final: boolean
}

/** Files of homework as one person's tablet keeps them, sealed under his key. */
export class DeviceFiles {
  /** Grows with every change. */
  readonly changes = new Observable(0)
  private readonly blobs: Blobs

  constructor(
    private readonly database: PersonDatabase,
    key: DataKey,
  ) {
    this.blobs = new Blobs(key)
  }

  /** Keeps a file. `since`: device time, ms, when this tablet is to send it; null when it came from the relay. */
  async keep(
    { document, hash }: FilePlace,
    type: string,
    bytes: Uint8Array<ArrayBuffer>,
    since: number | null,
  ): Promise<void> {
    const blob = await this.blobs.sealFile(document, hash, bytes)
    const record: FileRecord = { document, hash, type, blob, ...(since === null ? {} : { since }) }
    await this.database.write(() => this.database.files.put(record))
    this.changed()
  }

  /** A file's type and bytes; null when it is not on this tablet. */
  async open({
    document,
    hash,
  }: FilePlace): Promise<{ type: string; bytes: Uint8Array<ArrayBuffer> } | null> {
    const record = await this.database.files.get([document, hash])
    return record
      ? { type: record.type, bytes: await this.blobs.openFile(document, hash, record.blob) }
      : null
  }

  /** Where the files of a journal stand, by hash; those not on this tablet are absent. */
  async states(document: DocumentId): Promise<Map<string, FileState>> {
    const states = new Map<string, FileState>()
    await this.database.files
      .where('[document+hash]')
      .between([document, ''], [document, '\uffff'])
      .each(({ hash, since, refused }) => {
        states.set(hash, stateOf(since, refused))
      })
    return states
  }

  /** Files that wait for the relay, oldest first. */
  async waiting(): Promise<FilePlace[]> {
    const records = await this.database.files.orderBy('since').toArray()
    return records.map(({ document, hash }) => ({ document, hash }))
  }

  /** The relay has a file. */
  sent(place: FilePlace): Promise<void> {
    return this.change(place, ({ since: _, refused: __, ...record }) => record)
  }

  /** The relay does not take a file; it stays here, and waits on unless the refusal is final. */
  refused(place: FilePlace, { code, final }: FileRefusal): Promise<void> {
    return this.change(place, ({ since, ...record }) => ({
      ...record,
      refused: code,
      ...(final || since === undefined ? {} : { since }),
    }))
  }

  private async change(
    { document, hash }: FilePlace,
    next: (record: FileRecord) => FileRecord,
  ): Promise<void> {
    await this.database.write(async () => {
      const record = await this.database.files.get([document, hash])
      if (record) await this.database.files.put(next(record))
    })
    this.changed()
  }

  private changed(): void {
    this.changes.set(this.changes.get() + 1)
  }
}

function stateOf(since: number | undefined, refused: string | undefined): FileState {
  if (refused !== undefined) return { kind: 'refused', code: refused }
  return since === undefined ? { kind: 'here' } : { kind: 'waiting' }
}
