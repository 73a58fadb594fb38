import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A letter as the mail server got it. */
export interface Received {
  from: string
  to: string[]
  /** As it came over the wire. */
  raw: string
  headers: Map<string, string>
  /** Its text, decoded. */
  text: string
  secure: boolean
  user: string | undefined
}

/** A real mail server of the test's own. */
export interface MailServer {
  port: number
  received: Received[]
  /** Answers to the next recipients: `[550, 'no such mailbox']`; empty: it takes everything. */
  refusals: [code: number, words: string][]
  stop: () => Promise<void>
}

/** Starts one on a free port; without `credentials` it asks nobody who he is. */
export async function startMail(
  options: SMTPServerOptions = {},
  credentials?: { user: string; password: string },
  port = 0,
): Promise<MailServer> {
  const received: Received[] = []
  const refusals: MailServer['refusals'] = []
  const server = new SMTPServer({
    authOptional: credentials === undefined,
    disabledCommands: credentials === undefined ? ['AUTH', 'STARTTLS'] : [],
    onAuth: ({ username = '', password }, _, done) =>
      username === credentials?.user && password === credentials.password
        ? done(null, { user: username })
        : done(new Error('wrong password')),
    onRcptTo: (_, __, done) => {
      const refusal = refusals.shift()
      done(refusal && Object.assign(new Error(refusal[1]), { responseCode: refusal[0] }))
    },
    onData: (stream, { envelope, secure, user }, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8')
        const { headers, text } = read(raw)
        received.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          ...{ raw, headers, text, secure, user },
        })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    refusals,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

function read(raw: string): { headers: Map<string, string>; text: string } {
  const end = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  )
  const subject = headers.get('subject')
  if (subject !== undefined) headers.set('subject', words(subject))
  const body = raw.slice(end + 4)
  const encoding = headers.get('content-transfer-encoding')
  const text =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : encoding === 'quoted-printable'
        ? quoted(body.replace(/=\r\n/g, ''))
        : body
  return { headers, text }
}

/** Words of a header as RFC 2047 writes them. */
function words(header: string): string {
  return header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind: string, content: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(content, 'base64').toString('utf8')
        : quoted(content.replaceAll('_', ' ')),
    )
}

function quoted(text: string): string {
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8')
}
