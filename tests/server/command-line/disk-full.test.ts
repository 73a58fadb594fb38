import 'fake-indexeddb/auto'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { entity, journalDocument, lessonKey } from '../../../src/domain/ledger/documents.ts'
import { until } from '../../device/ledger-samples.ts'
import { freePort } from '../free-port.ts'
import { TestDevice } from '../relay/test-device.ts'
import { parta, post, sampleFolder, serve } from './program.ts'
import { signedInTablet } from './tablet.ts'

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const journal = journalDocument({ class: '2025-7a', subject: 'math' })
const mark = (pupil: string) => ({
  entity: entity.mark(lessonKey('2025-10-20', 3), '', pupil),
  attribute: 'mark' as const,
  value: '5',
})
/** Past this many bytes a process may write to no file: the same refusal as a quota's, wherever the test runs. */
const limit = (pid: number, bytes: string) =>
  execFileSync('prlimit', ['--pid', String(pid), `--fsize=${bytes}:unlimited`])

it('RELAY9: a server whose disk is full takes nothing and loses nothing, and goes on being read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parta-full-'))
  const data = join(folder, 'data')
  const at = (...args: string[]) => parta(...args, '--data', data)
  await at('import', sampleFolder, '--school', 'siva')
  const port = await freePort()
  const server = await serve('serve', '--data', data, '--metrics-port', String(port))
  const health = async () => (await fetch(`http://127.0.0.1:${port}/health`)).status
  const invited = await at('invite', '--person', 't1')
  const tablet = await signedInTablet(server.url, invited, journal)
  const [, login] = /логин: (\S+)/.exec(invited.out) ?? []
  const phone = await post(`${server.url}/api/sign-in`, {
    login,
    password: 'снег и луна',
    device: { name: 'Телефон' },
  })
  const write = async (pupil: string) => (await tablet.journal.assert([mark(pupil)]))[0]!
  try {
    const before = await write('before')
    await tablet.receipted(before)
    expect(await health()).toBe(200)

    limit(server.pid, '1024')
    const during = await write('during')
    await until(() => tablet.sync.status.get().noRoom, 'word of the full disk')
    expect(tablet.journal.fold.fact(during)).toMatchObject({ waiting: true })
    expect(tablet.sync.status.get()).toMatchObject({ line: 'online', waiting: { facts: 1 } })
    expect(await health()).toBe(507)
    const reader = await TestDevice.connect(
      `${server.url.replace('http', 'ws')}/sync`,
      String(phone.json.access),
    )
    const { fold } = await reader.opened(journal)
    expect([fold.fact(before)?.receipt?.verdict, fold.fact(during)]).toEqual(['ok', undefined])

    limit(server.pid, 'unlimited')
    // Nobody waits for the minute to pass: somebody taps «Отправить сейчас».
    tablet.sync.syncNow()
    await tablet.receipted(during)
    await until(
      () => reader.closed !== undefined || fold.fact(during)?.receipt !== undefined,
      'the row at the reader',
    )
    await until(() => !tablet.sync.status.get().noRoom, 'the end of it')
    expect(await health()).toBe(200)
    expect(tablet.journal.fold.fact(during)?.receipt?.verdict).toBe('ok')
    expect(await tablet.session.store.quarantine()).toEqual([])
    reader.close()
    expect(await at('verify', '--school', 'siva')).toMatchObject({ code: 0 })
  } finally {
    await tablet.end()
    await server.end()
    rmSync(folder, { recursive: true })
  }
})
