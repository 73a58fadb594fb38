import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UsageError } from './outcome.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** What stood on the command line: options by name, and the rest in order. */
export interface Given {
  values: Record<string, string | boolean | undefined>
  words: string[]
}

export const text = { type: 'string' } as const
export const flag = { type: 'boolean' } as const

/** Every command takes these. */
const everywhere = { data: { type: 'string', default: './data' }, database: text } as const

/** Reads options and words; throws `UsageError` on an unknown option, a missing value or too many words. */
export function readOptions(args: readonly string[], options: Options, words = 0): Given {
  let given: Given
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...everywhere, ...options },
      allowPositionals: true,
      strict: true,
    })
    given = { values: values as Given['values'], words: positionals }
  } catch (error) {
    throw new UsageError(wordsOf(error))
  }
  const extra = given.words[words]
  if (extra !== undefined) throw new UsageError(`Лишнее слово: ${extra}`)
  return given
}

function wordsOf(error: unknown): string {
  const { code, message } = error as { code?: string; message: string }
  const name = /'(-[^' ]*)/.exec(message)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Неизвестный ключ ${name}`
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `У ключа ${name} неверное значение`
  throw error
}

/** A text option that must be given. */
export function required({ values }: Given, name: string): string {
  const value = optional({ values, words: [] }, name)
  if (value === undefined) throw new UsageError(`Не указано --${name}`)
  return value
}

/** A text option; undefined when it was not given. */
export function optional({ values }: Given, name: string): string | undefined {
  const value = values[name]
  if (value === '') throw new UsageError(`У ключа --${name} пустое значение`)
  return typeof value === 'string' ? value : undefined
}

/** A word that must be given. */
export function word({ words }: Given, index: number, what: string): string {
  const value = words[index]
  if (value === undefined || value === '') throw new UsageError(`Не указано: ${what}`)
  return value
}
