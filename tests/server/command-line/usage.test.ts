import { expect, it } from 'vitest'
import { commands } from '../../../server/command-line/commands.ts'
import { UsageError } from '../../../server/command-line/outcome.ts'
import { parta, partaFromSource } from './program.ts'

it('a wrong call ends with 2 and says how to call', async () => {
  for (const args of [[], ['fly'], ['verify', '--colour', 'red']]) {
    const ran = await parta(...args)
    expect([args, ran.code, ran.out]).toEqual([args, 2, ''])
    expect(ran.err).toContain('Команды')
  }
})

it('a file that is not there is a refusal', async () => {
  const ran = await parta('serve', '--tls-cert', 'absent.pem', '--tls-key', 'absent.pem')
  expect([ran.code, ran.err]).toEqual([1, expect.stringContaining('absent.pem')])
})

it.each([
  ['as built', parta],
  ['from the source', partaFromSource],
])('help ends with 0, %s', async (_, run) => {
  expect(await run('--help')).toMatchObject({ code: 0, out: expect.stringContaining('Команды'), err: '' })
})

const report = ['report', 'results', '--school', 's', '--class', '7А', '--format', 'json']

it.each([
  [['serve', '--port', 'many'], '--port'],
  [['serve', '--port'], '--port'],
  [['serve', '--idle-minutes', 'soon'], '--idle-minutes'],
  [['serve', '--tls-cert', 'only.pem'], 'вместе'],
  [['serve', 'word'], 'Лишнее слово: word'],
  [['demo', '--if-empty=yes'], '--if-empty'],
  [['import', '--school', 's'], 'папка обмена'],
  [['import', 'folder'], '--school'],
  [['export', 'folder', '--school', ''], '--school'],
  [['verify'], '--school'],
  [['verify', '--school', 's', '--copy', 'ab12-cd34', '--class', '7А'], 'вместе'],
  [['verify', '--school', 's', '--copy', 'zz', '--class', '7А', '--period', '2025-26/1'], 'Редакция zz'],
  [['paper', '--school', 's', '--class', '7А', '--period', '2025-26/1'], '--out'],
  [['evidence', '--school', 's', '--class', '7А', '--subject', 'm', '--pupil', 'p'], 'Укажите урок'],
  [['evidence', '--school', 's', '--pupil', 'p', '--period', '2025-26/1', '--format', 'pdf'], '--format'],
  [['erase', '--school', 's'], 'одно'],
  [['erase', '--school', 's', '--pupil', 'p1', '--person', 't1'], 'одно'],
  [['retention', '--school', 's', '--journals', '0'], '--journals'],
  [['backup'], 'файл копии'],
  [['backup', '--keep', '0', 'folder'], '--keep'],
  [['restore'], 'файл копии'],
  [['user'], 'user list'],
  [['user', 'fly', 'login'], 'user fly'],
  [['user', 'add', 'login'], '--person'],
  [['invite'], 'одно'],
  [['invite', 'login', '--all'], 'одно'],
  [report, '--period'],
  [['report', 'attendance-month', '--school', 's', '--class', '7А', '--format', 'csv'], '--month'],
  [
    ['report', 'attendance-month', '--school', 's', '--class', '7А', '--format', 'csv', '--month', '2025-13'],
    'Месяц',
  ],
  [
    [
      'report',
      'attendance-month',
      '--school',
      's',
      '--class',
      '7А',
      '--format',
      'csv',
      '--from',
      '2025-09-01',
    ],
    'вместе',
  ],
  [[...report.slice(0, -1), 'ods', '--period', '2025-26/1'], 'json, csv, xlsx, pdf'],
  [
    ['report', 'movement', '--school', 's', '--class', '7А', '--format', 'json'],
    'Для movement нужно --period',
  ],
  [
    ['report', 'summary', '--school', 's', '--class', '7А', '--format', 'json'],
    'summary-marks, summary-attendance',
  ],
] as const)('%j is a wrong call', async ([name, ...args], words) => {
  const call = commands[name]!(args)
  await expect(call).rejects.toThrow(UsageError)
  await expect(call).rejects.toThrow(words)
})
