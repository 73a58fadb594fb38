import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'
import type { MailSettings } from './mail-settings.ts'
import type { Attempt } from './outbox.ts'

/** What a letter says. */
export interface Mail {
  /** Told apart by it, so that one that is sent twice is shown once. */
  key: string
  to: string
  subject: string
  text: string
  /** Whose name stands as the sender's. */
  school: string
  /** Where the recipient takes his wish back. */
  unsubscribe?: string | undefined
}

/** How long the mail server may keep silent, ms. */
const patience = 30_000

/** Sends e-mail through the school's mail server, one letter at a time over a connection that is kept. */
export class Mailer {
  private readonly transport

  constructor(private readonly settings: MailSettings) {
    const { host, port, tls, user, password, ca } = settings
    this.transport = createTransport({
      host,
      port,
      secure: tls === 'tls',
      requireTLS: tls === 'starttls',
      ignoreTLS: tls === 'none',
      pool: true,
      maxConnections: 1,
      connectionTimeout: patience,
      greetingTimeout: patience,
      socketTimeout: patience,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
      ...(ca === undefined ? {} : { tls: { ca } }),
    })
  }

  /** Resolves once the server has taken the letter, or said why not. */
  async send({ key, to, subject, text, school, unsubscribe }: Mail): Promise<Attempt> {
    const { from } = this.settings
    const name = createHash('sha256').update(key).digest('hex').slice(0, 32)
    try {
      await this.transport.sendMail({
        from: { name: school, address: from },
        to,
        subject,
        text,
        messageId: `<${name}@${from.split('@')[1]}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        ...(unsubscribe === undefined ? {} : { list: { unsubscribe } }),
      })
      return { kind: 'accepted' }
    } catch (error) {
      const { code = '', responseCode } = error as { code?: string; responseCode?: number }
      const isFinal = (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode ?? 0) >= 500
      return isFinal
        ? { kind: 'failed', why: 'refused' }
        : { kind: 'again', why: responseCode === undefined ? code : `${code} ${responseCode}` }
    }
  }

  close(): void {
    this.transport.close()
  }
}
