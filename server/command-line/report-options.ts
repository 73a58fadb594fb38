import * as v from 'valibot'
import { date } from '../../src/domain/ledger/attribute-values.ts'
import { type ReportKey, reportKeys } from '../../src/domain/reports/report-keys.ts'
import { type Given, optional, readOptions, required, text, word } from './options.ts'
import { UsageError } from './outcome.ts'
import type { TaskOf } from './task.ts'

const reportOptions = {
  school: text,
  class: text,
  period: text,
  month: text,
  year: text,
  from: text,
  to: text,
  format: text,
  out: text,
}

/** The others are about a whole year, or take a month. */
const ofPeriod: readonly ReportKey[] = ['class-teacher', 'class-teacher-preliminary', 'results', 'movement']
const formats = ['json', 'csv', 'xlsx', 'pdf'] as const

/** What `report` was asked for, and the file to write it to (stdout when none). */
export function readReportTask(args: readonly string[]): {
  given: Given
  task: TaskOf<'report'>
  out: string | undefined
} {
  const given = readOptions(args, reportOptions, 1)
  const key = oneOf(reportKeys, word(given, 0, 'вид отчёта'), 'Отчёт')
  const format = oneOf(formats, required(given, 'format'), 'Формат')
  const task = {
    command: 'report' as const,
    school: required(given, 'school'),
    key,
    class: required(given, 'class'),
    format,
    ...time(given),
  }
  if (ofPeriod.includes(key) && task.period === undefined) throw new UsageError(`Для ${key} нужно --period.`)
  if (key === 'attendance-month' && task.month === undefined && task.from === undefined)
    throw new UsageError('Для attendance-month нужно --month или --from и --to.')
  return { given, task, out: optional(given, 'out') }
}

function time(given: Given) {
  const [period, month, year] = [optional(given, 'period'), optional(given, 'month'), optional(given, 'year')]
  const [from, to] = [optional(given, 'from'), optional(given, 'to')]
  if (month !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
    throw new UsageError(`Месяц ${month} записан неверно: нужно 2025-09.`)
  for (const day of [from, to])
    if (day !== undefined && !v.is(date, day))
      throw new UsageError(`Дата ${day} записана неверно: нужно 2025-09-01.`)
  if ((from === undefined) !== (to === undefined)) throw new UsageError('--from и --to указывают вместе.')
  if (from !== undefined && to !== undefined && from > to) throw new UsageError('--from позже, чем --to.')
  if (month !== undefined && from !== undefined)
    throw new UsageError('Укажите или --month, или --from и --to.')
  return {
    ...(period === undefined ? {} : { period }),
    ...(month === undefined ? {} : { month }),
    ...(year === undefined ? {} : { year }),
    ...(from === undefined || to === undefined ? {} : { from, to }),
  }
}

function oneOf<T extends string>(known: readonly T[], value: string, what: string): T {
  const found = known.find((one) => one === value)
  if (found === undefined)
    throw new UsageError(`${what} «${value}» не поддерживается; есть: ${known.join(', ')}.`)
  return found
}
