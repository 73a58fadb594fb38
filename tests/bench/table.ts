/** One line of the bench's table. */
export interface Line {
  what: string
  /** What was measured, with its unit. */
  figure: string
  /** What it is measured against in the same run, with its unit. */
  against?: string
  /** How the two stand to each other. */
  ratio: string
  goal: string
}

const columns = ['what', 'figure', 'against', 'ratio', 'goal'] as const
const heads: Record<(typeof columns)[number], string> = {
  what: 'what',
  figure: 'measured',
  against: 'against, same run',
  ratio: 'ratio',
  goal: 'goal',
}

/** Lays lines out as a table in plain text, a blank row before each titled part. */
export function table(parts: readonly { title: string; lines: readonly Line[] }[]): string {
  const lines = parts.flatMap((part) => part.lines)
  const width = (column: (typeof columns)[number]) =>
    Math.max(heads[column].length, ...lines.map((line) => (line[column] ?? '').length))
  const widths = Object.fromEntries(columns.map((column) => [column, width(column)]))
  const row = (line: Partial<Line>) =>
    columns
      .map((column) => (line[column] ?? '').padEnd(widths[column]!))
      .join('  ')
      .trimEnd()
  return [
    row(heads),
    columns.map((column) => '-'.repeat(widths[column]!)).join('  '),
    ...parts.flatMap(({ title, lines: own }) => ['', `# ${title}`, ...own.map(row)]),
  ].join('\n')
}

/** The value below which `share` (0 to 1) of the values lie: the nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!
}

export const median = (values: readonly number[]) => percentile(values, 0.5)

export const ms = (value: number) => `${value < 100 ? value.toFixed(1) : value.toFixed(0)} ms`
export const seconds = (value: number) => `${(value / 1000).toFixed(2)} s`
export const bytes = (value: number) => (value < 10_000 ? `${value} B` : `${(value / 1000).toFixed(1)} KB`)
export const times = (value: number) => `${value < 10 ? value.toFixed(1) : value.toFixed(0)} x`
