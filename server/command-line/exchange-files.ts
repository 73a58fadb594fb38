import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from './outcome.ts'

/** Reads the CSV files of an exchange folder, as base64 by name. */
export function readExchangeFiles(folder: string): Record<string, string> {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Refusal(`Нет папки ${folder}.`)
  const files: Record<string, string> = {}
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isFile() && entry.name.toLowerCase().endsWith('.csv'))
      files[entry.name] = readFileSync(join(folder, entry.name)).toString('base64')
  }
  if (Object.keys(files).length === 0) throw new Refusal(`В папке ${folder} нет файлов CSV.`)
  return files
}

/** Throws a refusal when a folder can't take an export: what is there might be somebody's work. */
export function requireEmptyFolder(folder: string): void {
  if (!existsSync(folder)) return
  if (!statSync(folder).isDirectory()) throw new Refusal(`${folder} — не папка.`)
  if (readdirSync(folder).length > 0)
    throw new Refusal(`Папка ${folder} не пуста. Укажите новую: прежние файлы не перезаписываются.`)
}

/** Writes an exchange folder, made when missing. */
export function writeExchangeFiles(folder: string, files: Record<string, string>): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(folder, name), Buffer.from(content, 'base64'))
}
