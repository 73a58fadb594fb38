import pg from 'pg'
import { UnfitDatabase } from '../store/postgres-database.ts'
import { DatabaseGone } from '../store/row-store.ts'
import { Refusal } from './outcome.ts'
import { databaseName } from './place.ts'

/** What is wrong by SQLSTATE, and what to do. */
const byState: Readonly<Record<string, (user: string) => string>> = {
  '28P01': (user) => `пароль пользователя «${user}» не подходит. Проверьте адрес, PGPASSWORD или ~/.pgpass`,
  '28000': (user) => `пользователя «${user}» не пускают. Проверьте имя и pg_hba.conf`,
  '3D000': () => 'такой базы там нет. Создайте её: createdb',
  '42501': (user) => `пользователю «${user}» нельзя создавать таблицы. Сделайте его владельцем базы`,
  '53300': () => 'все соединения заняты. Увеличьте max_connections',
  '57P03': () => 'PostgreSQL запускается или останавливается. Повторите через минуту',
}

/** An error of a database that is being opened as a refusal that says what to do; others as they are. */
export function refusalOf(error: unknown, address: string): unknown {
  if (error instanceof UnfitDatabase) return new Refusal(error.message)
  const cause = error instanceof DatabaseGone ? error.cause : error
  const refused = (why: string) => new Refusal(`${databaseName(address)}: ${why}.`)
  if (cause instanceof pg.DatabaseError) {
    const words = byState[cause.code ?? '']
    if (words)
      return refused(words(decodeURIComponent(new URL(address).username) || (process.env.USER ?? '')))
  } else if (error instanceof DatabaseGone) {
    const { message, code } = cause as { message: string; code?: string }
    if (/password/i.test(message)) return refused('нужен пароль. Укажите его в PGPASSWORD или ~/.pgpass')
    return refused(
      `не отвечает (${code ?? message}). Проверьте, что PostgreSQL работает и адрес верен. Ничего не изменено`,
    )
  }
  return error
}
