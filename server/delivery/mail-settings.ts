import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import * as v from 'valibot'

/** How the school's mail server is reached. */
export interface MailSettings {
  host: string
  port: number
  /** `starttls` is insisted on; `tls` from the first byte. */
  tls: 'starttls' | 'tls' | 'none'
  /** Address of the sender. */
  from: string
  user?: string
  password?: string
  /** PEM of who signed the server's certificate, where the system does not know him. */
  ca?: string
}

/** Options of the command line; each may stand in the environment too: `--smtp-host` as `PARTA_SMTP_HOST`. */
export const mailOptionNames = [
  'smtp-host',
  'smtp-port',
  'smtp-tls',
  'smtp-from',
  'smtp-user',
  'smtp-password-file',
  'smtp-ca',
] as const
export type MailOption = (typeof mailOptionNames)[number]

const ports = { starttls: 587, tls: 465, none: 25 } as const
const address = v.pipe(v.string(), v.email(), v.maxLength(254))
const portNumber = v.pipe(v.string(), v.digits(), v.transform(Number), v.minValue(1), v.maxValue(65_535))

/**
 * Reads how e-mail is sent; undefined where no mail server is named. The password comes from a file or from
 * `PARTA_SMTP_PASSWORD`, never from the command line, which everybody on the machine can read. Throws a sentence for
 * the operator.
 */
export function readMailSettings(
  given: (name: MailOption) => string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
): MailSettings | undefined {
  const read = (name: MailOption) => given(name) ?? environment[variable(name)]
  const host = read('smtp-host')
  if (host === undefined) {
    const other = mailOptionNames.find((name) => given(name) !== undefined)
    if (other !== undefined) throw new Error(`Указано --${other}, но не указано --smtp-host.`)
    return undefined
  }
  const tls = read('smtp-tls') ?? 'starttls'
  if (tls !== 'starttls' && tls !== 'tls' && tls !== 'none')
    throw new Error('--smtp-tls: starttls, tls или none.')
  const port = v.safeParse(portNumber, read('smtp-port') ?? String(ports[tls]))
  if (!port.success) throw new Error('--smtp-port: число от 1 до 65535.')
  const from = v.safeParse(address, read('smtp-from'))
  if (!from.success) throw new Error('--smtp-from: адрес отправителя, например journal@school.example.')
  const user = read('smtp-user')
  const file = read('smtp-password-file')
  const password =
    file === undefined
      ? environment.PARTA_SMTP_PASSWORD
      : contentOf(file, 'smtp-password-file').replace(/\r?\n$/, '')
  if ((user === undefined) !== (password === undefined))
    throw new Error('Имя (--smtp-user) и пароль почтового сервера указывают вместе.')
  if (user !== undefined && tls === 'none' && !isLoopback(host))
    throw new Error('--smtp-tls none: пароль ушёл бы по сети открытым. Укажите starttls или tls.')
  const ca = read('smtp-ca')
  return {
    host,
    port: port.output,
    tls,
    from: from.output,
    ...(user === undefined || password === undefined ? {} : { user, password }),
    ...(ca === undefined ? {} : { ca: contentOf(ca, 'smtp-ca') }),
  }
}

function variable(name: MailOption): string {
  return `PARTA_${name.toUpperCase().replaceAll('-', '_')}`
}

function contentOf(file: string, name: MailOption): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Error(`--${name}: файл ${file} не читается.`)
  }
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}
