import * as v from 'valibot'
import { reportKeys } from '../../src/domain/reports/report-keys.ts'

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
/** «ab12-cd34» */
const revision = v.pipe(v.string(), v.regex(/^[0-9a-f]{4}-[0-9a-f]{4}$/))
const years = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))
/** Bytes as base64. */
const bytes = v.string()

/**
 * What a command asks of a school: the same whether the command opens the data folder itself or asks the running
 * server, which has it.
 */
export const taskSchema = v.variant('command', [
  v.object({ command: v.literal('import'), school: id, files: v.record(v.string(), bytes) }),
  v.object({ command: v.literal('export'), school: id }),
  v.object({
    command: v.literal('report'),
    school: id,
    key: v.picklist(reportKeys),
    class: id,
    format: v.picklist(['json', 'csv', 'xlsx', 'pdf']),
    period: v.optional(id),
    month: v.optional(id),
    year: v.optional(id),
    from: v.optional(id),
    to: v.optional(id),
  }),
  v.object({ command: v.literal('paper'), school: id, class: id, period: id }),
  v.object({ command: v.literal('verify'), school: id }),
  v.object({ command: v.literal('verify-copy'), school: id, class: id, period: id, copy: revision }),
  v.object({
    command: v.literal('evidence'),
    school: id,
    class: id,
    subject: id,
    group: v.optional(id),
    pupil: id,
    date: v.optional(id),
    bell: v.optional(v.number()),
    period: v.optional(id),
    format: v.picklist(['text', 'json']),
  }),
  v.object({ command: v.literal('evidence-check'), school: id, content: bytes }),
  v.object({
    command: v.literal('erase'),
    school: id,
    whom: v.object({ of: v.picklist(['pupil', 'person']), id }),
    confirm: v.boolean(),
  }),
  v.object({
    command: v.literal('retention'),
    school: id,
    journals: v.optional(years),
    summaries: v.optional(years),
  }),
  v.object({ command: v.literal('user-list') }),
  v.object({
    command: v.literal('user-add'),
    login: id,
    person: v.optional(id),
    office: v.boolean(),
  }),
  v.object({ command: v.literal('user-disable'), login: id }),
  v.object({ command: v.literal('user-enable'), login: id }),
  v.object({
    command: v.literal('invite'),
    whom: v.variant('by', [
      v.object({ by: v.literal('login'), login: id }),
      v.object({ by: v.literal('person'), person: id }),
      v.object({ by: v.literal('all') }),
    ]),
  }),
])
export type Task = v.InferOutput<typeof taskSchema>
export type TaskOf<C extends Task['command']> = Extract<Task, { command: C }>

/** What became of it. */
export const answerSchema = v.variant('ok', [
  v.object({
    ok: v.literal(true),
    /** For people. */
    lines: v.array(v.string()),
    /** A folder's files by name. */
    files: v.optional(v.record(v.string(), bytes)),
    /** A document. */
    content: v.optional(bytes),
  }),
  /** Refused, nothing changed; why, for people. */
  v.object({ ok: v.literal(false), lines: v.array(v.string()) }),
])
export type Answer = v.InferOutput<typeof answerSchema>
export type Done = Extract<Answer, { ok: true }>

/** A success that only has something to say. */
export function said(...lines: string[]): Done {
  return { ok: true, lines }
}
