import { describe, expect, it } from 'vitest'
import { type MailOption, readMailSettings } from '../../../server/delivery/mail-settings.ts'

const read = (given: Partial<Record<MailOption, string>>, environment: NodeJS.ProcessEnv = {}) =>
  readMailSettings((name) => given[name], environment)
const least = { 'smtp-host': 'mail.example', 'smtp-from': 'a@mail.example' } as const

describe('how e-mail is sent', () => {
  it('is read from the command line, else from the environment; no server, no mail', () => {
    expect(read({})).toBeUndefined()
    expect(read(least)).toEqual({ host: 'mail.example', port: 587, tls: 'starttls', from: 'a@mail.example' })
    const environment = {
      PARTA_SMTP_HOST: 'other.example',
      PARTA_SMTP_FROM: 'b@mail.example',
      PARTA_SMTP_TLS: 'tls',
      PARTA_SMTP_USER: 'journal',
      PARTA_SMTP_PASSWORD: 'снег и луна',
    }
    expect(read({ 'smtp-from': 'a@mail.example' }, environment)).toEqual({
      ...{ host: 'other.example', port: 465, tls: 'tls', from: 'a@mail.example' },
      ...{ user: 'journal', password: 'снег и луна' },
    })
  })

  it.each<[Partial<Record<MailOption, string>>, RegExp]>([
    [{ 'smtp-from': 'a@mail.example' }, /--smtp-host/],
    [{ 'smtp-host': 'mail.example' }, /--smtp-from/],
    [{ ...least, 'smtp-from': 'школа' }, /--smtp-from/],
    [{ ...least, 'smtp-port': '70000' }, /--smtp-port/],
    [{ ...least, 'smtp-tls': 'ssl' }, /--smtp-tls/],
    [{ ...least, 'smtp-user': 'journal' }, /вместе/],
    [{ ...least, 'smtp-user': 'journal', 'smtp-password-file': '/absent' }, /не читается/],
  ])('%o is refused in a sentence', (given, words) => {
    expect(() => read(given)).toThrow(words)
  })

  it('never sends a password in the open over a network', () => {
    const given = { ...least, 'smtp-tls': 'none', 'smtp-user': 'journal' } as const
    const environment = { PARTA_SMTP_PASSWORD: 'снег и луна' }
    expect(() => read(given, environment)).toThrow(/открытым/)
    expect(read({ ...given, 'smtp-host': '127.0.0.1' }, environment)).toMatchObject({ port: 25, tls: 'none' })
  })
})
