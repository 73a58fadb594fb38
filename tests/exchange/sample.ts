import { readdirSync, readFileSync } from 'node:fs'
import type { Fault } from '../../src/exchange/fault.ts'
import { emptyTables } from '../../src/exchange/known.ts'
import { readFolder } from '../../src/exchange/read-folder.ts'
import type { ExchangeTables } from '../../src/exchange/tables.ts'
import { writeFolder } from '../../src/exchange/write-folder.ts'

const folder = new URL('./sample-school/', import.meta.url)
/** The header of each file, for those that the sample lacks. */
const headers = writeFolder(emptyTables())

/** The sample school's exchange folder. */
export function sampleFolder(): Map<string, string> {
  return new Map(readdirSync(folder).map((file) => [file, readFileSync(new URL(file, folder), 'utf8')]))
}

/** The sample folder with lines added to its files. */
export function sampleWith(lines: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  const files = sampleFolder()
  for (const [file, added] of Object.entries(lines)) files.set(file, `${textOf(file)}${added.join('\n')}\n`)
  return files
}

/** Files of some lines only, under the contract's headers. */
export function folderOf(lines: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  return new Map(
    Object.entries(lines).map(([file, rows]) => [file, `${headers.get(file)}${rows.join('\n')}\n`]),
  )
}

/** Number of the line that the first added one stands on. */
export function nextLine(file: string): number {
  return textOf(file).split('\n').length
}

function textOf(file: string): string {
  return sampleFolder().get(file) ?? headers.get(file)!
}

/** What the sample's reports must say, by a separate program. */
export function sampleExpected(report: string): unknown {
  return JSON.parse(readFileSync(new URL(`./sample-expected/${report}.json`, import.meta.url), 'utf8'))
}

/** Rows of every table in one order, to compare without regard to theirs. */
export function sorted(tables: ExchangeTables): unknown {
  return Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      rows.map((row: object) => JSON.stringify(Object.entries(row).sort())).sort(),
    ]),
  )
}

/** Where a fault is. */
export type Place = readonly [file: string, line: number, column: string]

/** Faults of a folder for a school that holds nothing. */
export function faultsOf(files: ReadonlyMap<string, string | Uint8Array>): Fault[] {
  const reading = readFolder(files)
  return reading.ok ? [] : reading.faults
}

export function placesOf(faults: readonly Fault[]): Place[] {
  return faults.map(({ file, line, column }) => [file, line, column])
}
