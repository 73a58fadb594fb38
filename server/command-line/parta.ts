import { commands } from './commands.ts'
import { exitCode, Refusal, UsageError } from './outcome.ts'
import { usage } from './usage.ts'

/** What is wrong with a path that was given, not with the program. */
const fileFaults = new Set(['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'EROFS', 'ENOSPC'])

/** Runs one command of the program (contracts/cli.md); returns the exit code. */
async function main([name, ...args]: readonly string[]): Promise<number> {
  if (name === 'help' || name === '--help' || name === '-h') {
    console.log(usage)
    return exitCode.done
  }
  try {
    const command = Object.hasOwn(commands, name ?? '') ? commands[name ?? ''] : undefined
    if (!command) throw new UsageError(name === undefined ? 'Не указана команда' : `Нет команды ${name}`)
    return await command(args)
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${usage}`)
      return exitCode.usage
    }
    if (error instanceof Refusal) {
      console.error(error.message)
      return exitCode.refused
    }
    const { code, path } = error as NodeJS.ErrnoException
    if (path !== undefined && fileFaults.has(code ?? '')) {
      console.error(
        `Не удалось прочитать или записать ${path} (${code}). Проверьте путь и права и повторите.`,
      )
      return exitCode.refused
    }
    throw error
  }
}

process.exitCode = await main(process.argv.slice(2))
