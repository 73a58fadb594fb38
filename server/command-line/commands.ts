import { writeFileSync } from 'node:fs'
import { carryOut } from './carry-out.ts'
import { readEvidenceTask } from './evidence-options.ts'
import { readExchangeFiles, requireEmptyFolder, writeExchangeFiles } from './exchange-files.ts'
import { flag, type Given, optional, readOptions, required, text, word } from './options.ts'
import { exitCode, UsageError } from './outcome.ts'
import { placeOf } from './place.ts'
import { readReportTask } from './report-options.ts'
import type { Done, Task } from './task.ts'

type Command = (args: readonly string[]) => Promise<number>

/** What stands after `parta`. Each takes the rest of the line and returns the exit code. */
export const commands: Readonly<Record<string, Command>> = {
  // Loaded on demand: the web server and the demo would double the time that the small commands take to start.
  serve: async (args) => (await import('./serve.ts')).serve(args),
  demo: async (args) => (await import('./demo.ts')).demo(args),
  import: async (args) => {
    const given = readOptions(args, { school: text }, 1)
    const school = required(given, 'school')
    const files = readExchangeFiles(word(given, 0, 'папка обмена'))
    return run(given, { command: 'import', school, files })
  },
  export: async (args) => {
    const given = readOptions(args, { school: text }, 1)
    const folder = word(given, 0, 'папка для файлов')
    const school = required(given, 'school')
    requireEmptyFolder(folder)
    return run(given, { command: 'export', school }, ({ files }) => writeExchangeFiles(folder, files ?? {}))
  },
  report: async (args) => {
    const { given, task, out } = readReportTask(args)
    return run(given, task, ({ content: base64 = '' }) => {
      const content = Buffer.from(base64, 'base64')
      if (out === undefined) process.stdout.write(content)
      else writeFileSync(out, content)
    })
  },
  paper: async (args) => {
    const given = readOptions(args, { school: text, class: text, period: text, out: text })
    const out = required(given, 'out')
    const asked = { school: required(given, 'school'), class: required(given, 'class') }
    const task = { command: 'paper', ...asked, period: required(given, 'period') } as const
    return run(given, task, ({ content = '' }) => writeFileSync(out, Buffer.from(content, 'base64')))
  },
  verify: async (args) => {
    const given = readOptions(args, { school: text, copy: text, class: text, period: text })
    return run(given, verifyTask(given))
  },
  evidence: async (args) => {
    const { given, task, out } = readEvidenceTask(args)
    return run(given, task, ({ content }) => {
      if (content === undefined) return
      if (out === undefined) process.stdout.write(Buffer.from(content, 'base64'))
      else writeFileSync(out, Buffer.from(content, 'base64'))
    })
  },
  erase: async (args) => {
    const given = readOptions(args, { school: text, pupil: text, person: text, confirm: flag })
    const [pupil, person] = [optional(given, 'pupil'), optional(given, 'person')]
    if ((pupil === undefined) === (person === undefined))
      throw new UsageError('Укажите одно: --pupil ID или --person ID.')
    const whom =
      pupil === undefined ? { of: 'person' as const, id: person! } : { of: 'pupil' as const, id: pupil }
    const school = required(given, 'school')
    return run(given, { command: 'erase', school, whom, confirm: given.values.confirm === true })
  },
  retention: async (args) => {
    const given = readOptions(args, { school: text, journals: text, summaries: text })
    const terms = { journals: years(given, 'journals'), summaries: years(given, 'summaries') }
    return run(given, { command: 'retention', school: required(given, 'school'), ...terms })
  },
  backup: async (args) => (await import('./backup.ts')).backup(args),
  restore: async (args) => (await import('./restore.ts')).restore(args),
  school: async (args) => (await import('./school-command.ts')).schoolCommand(args),
  migrate: async (args) => (await import('./migrate.ts')).migrate(args),
  user: async (args) => {
    const given = readOptions(args, { person: text, office: flag }, 2)
    return run(given, userTask(given))
  },
  invite: async (args) => {
    const given = readOptions(args, { person: text, all: flag }, 1)
    return run(given, { command: 'invite', whom: invited(given) })
  },
}

/** Does the task, says its lines, keeps what it made; a refusal is said on stderr. */
async function run(given: Given, task: Task, keep: (done: Done) => void = () => {}): Promise<number> {
  const answer = await carryOut(placeOf(given), task)
  if (!answer.ok) {
    for (const line of answer.lines) console.error(line)
    return exitCode.refused
  }
  keep(answer)
  for (const line of answer.lines) console.log(line)
  return exitCode.done
}

function verifyTask(given: Given): Task {
  const school = required(given, 'school')
  const [copy, schoolClass, period] = ['copy', 'class', 'period'].map((name) => optional(given, name))
  if (copy === undefined && schoolClass === undefined && period === undefined)
    return { command: 'verify', school }
  if (copy === undefined || schoolClass === undefined || period === undefined)
    throw new UsageError('--copy, --class и --period указывают вместе.')
  const [, a, b] = /^([0-9a-f]{4})-?([0-9a-f]{4})$/.exec(copy.toLowerCase()) ?? []
  if (a === undefined)
    throw new UsageError(`Редакция ${copy} записана неверно: нужно ab12-cd34, как на копии.`)
  return { command: 'verify-copy', school, class: schoolClass, period, copy: `${a}-${b}` }
}

function years(given: Given, name: string): number | undefined {
  const said = optional(given, name)
  if (said !== undefined && !/^[1-9]\d?$/.test(said)) throw new UsageError(`--${name}: число лет от 1 до 99.`)
  return said === undefined ? undefined : Number(said)
}

function userTask(given: Given): Task {
  const what = word(given, 0, 'user list, add, disable или enable')
  const person = optional(given, 'person')
  const office = given.values.office === true
  if (what === 'list') return { command: 'user-list' }
  const login = word(given, 1, 'логин')
  switch (what) {
    case 'add':
      if (person === undefined && !office)
        throw new UsageError('Укажите сотрудника (--person ID) или права администрации (--office).')
      return { command: 'user-add', login, office, ...(person === undefined ? {} : { person }) }
    case 'disable':
      return { command: 'user-disable', login }
    case 'enable':
      return { command: 'user-enable', login }
    default:
      throw new UsageError(`Неизвестное действие: user ${what}`)
  }
}

function invited(given: Given): Extract<Task, { command: 'invite' }>['whom'] {
  const [login] = given.words
  const person = optional(given, 'person')
  const all = given.values.all === true
  if ([login !== undefined, person !== undefined, all].filter(Boolean).length !== 1)
    throw new UsageError('Укажите одно: логин, --person ID или --all.')
  if (login !== undefined) return { by: 'login', login }
  return person !== undefined ? { by: 'person', person } : { by: 'all' }
}
