import * as v from 'valibot'

/** What became of sending a file. `later`: no line, no session, too many at once; the same may be tried again. */
export type FileSent =
  | { kind: 'sent' }
  | { kind: 'later' }
  | { kind: 'refused'; code: string; final: boolean }

/** What became of asking for a file. `absent`: nobody has sent it yet. */
export type FileAnswer =
  | { kind: 'file'; type: string; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'absent' | 'noRight' | 'later' }

const refusal = v.object({ error: v.string() })

/** Ms for a file: five megabytes over a line of 100 Kbps take seven minutes. */
const patience = 600_000

/** Codes that the same bytes meet again and again. */
const final: ReadonlySet<string> = new Set(['noRight', 'wrongHash', 'wrongType', 'malformed'])

/** The relay's files of homework, by the journal's name and the SHA-256 of their bytes; never throws. */
export class FileClient {
  /** `origin`: '' for the page's own; `fetch`: the browser's. */
  constructor(
    private readonly origin: string,
    private readonly fetch: typeof globalThis.fetch,
  ) {}

  /** Sends a file; sending one that is there already changes nothing. */
  async put(
    access: string,
    journal: string,
    hash: string,
    { type, bytes }: { type: string; bytes: Uint8Array<ArrayBuffer> },
  ): Promise<FileSent> {
    try {
      const answer = await this.ask(access, journal, hash, {
        method: 'PUT',
        headers: { 'content-type': type },
        body: bytes,
      })
      if (answer.status === 204) return { kind: 'sent' }
      const { error } = v.parse(refusal, await answer.json())
      if (error === 'quotaFull') return { kind: 'refused', code: error, final: false }
      return final.has(error) ? { kind: 'refused', code: error, final: true } : { kind: 'later' }
    } catch {
      // No line, or something answered that is not the relay.
      return { kind: 'later' }
    }
  }

  async get(access: string, journal: string, hash: string): Promise<FileAnswer> {
    try {
      const answer = await this.ask(access, journal, hash, { method: 'GET' })
      if (answer.ok)
        return {
          kind: 'file',
          type: (answer.headers.get('content-type') ?? '').split(';')[0]!,
          bytes: new Uint8Array(await answer.arrayBuffer()),
        }
      const { error } = v.parse(refusal, await answer.json())
      return { kind: error === 'notFound' ? 'absent' : error === 'noRight' ? 'noRight' : 'later' }
    } catch {
      return { kind: 'later' }
    }
  }

  private ask(
    access: string,
    journal: string,
    hash: string,
    { headers, ...init }: { method: string; headers?: Record<string, string>; body?: BodyInit },
  ): Promise<Response> {
    const url = `${this.origin}/api/files/${hash}?journal=${encodeURIComponent(journal)}`
    return this.fetch.call(globalThis, url, {
      ...init,
      headers: { ...headers, authorization: `Bearer ${access}` },
      cache: 'no-store',
      credentials: 'omit',
      signal: AbortSignal.timeout(patience),
    })
  }
}
