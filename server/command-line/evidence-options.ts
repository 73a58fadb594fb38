import { readFileSync } from 'node:fs'
import { type Given, optional, readOptions, required, text } from './options.ts'
import { UsageError } from './outcome.ts'
import type { Task } from './task.ts'

const options = {
  school: text,
  class: text,
  subject: text,
  group: text,
  pupil: text,
  date: text,
  bell: text,
  period: text,
  format: text,
  out: text,
  check: text,
}

/** Reads `evidence`: a statement of a cell (a lesson's or a period's), or the check of one. */
export function readEvidenceTask(args: readonly string[]): { given: Given; task: Task; out?: string } {
  const given = readOptions(args, options)
  const school = required(given, 'school')
  const file = optional(given, 'check')
  if (file !== undefined)
    return {
      given,
      task: { command: 'evidence-check', school, content: readFileSync(file).toString('base64') },
    }
  const [date, bell, period] = ['date', 'bell', 'period'].map((name) => optional(given, name))
  if ((period === undefined) === (date === undefined) || (date === undefined) !== (bell === undefined))
    throw new UsageError('Укажите урок (--date ДАТА --bell НОМЕР) или период (--period 2025-26/1).')
  if (bell !== undefined && !/^\d{1,2}$/.test(bell)) throw new UsageError('--bell: номер урока.')
  const format = optional(given, 'format') ?? 'text'
  if (format !== 'text' && format !== 'json') throw new UsageError('--format: text или json.')
  const out = optional(given, 'out')
  const group = optional(given, 'group')
  return {
    given,
    task: {
      command: 'evidence',
      school,
      class: required(given, 'class'),
      subject: required(given, 'subject'),
      ...(group === undefined ? {} : { group }),
      pupil: required(given, 'pupil'),
      ...(period === undefined ? { date, bell: Number(bell) } : { period }),
      format,
    },
    ...(out === undefined ? {} : { out }),
  }
}
