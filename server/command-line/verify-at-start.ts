import type { OpenSchool } from './open-school.ts'
import { Refusal } from './outcome.ts'

/** Rows that are checked before a start, the ends of all logs: a third of a second. `verify` checks all. */
const checkedAtStart = 10_000

/** Refuses, and closes, a school the ends of whose logs are not as they were written. */
export async function verifyAtStart(school: OpenSchool): Promise<void> {
  const found = await school.relay.verify(checkedAtStart)
  if (found.ok) return
  await school.close()
  const { document, seq, why } = found
  throw new Refusal(
    `Цепочка записей нарушена: документ ${document}, запись ${seq}: ${why}.\n` +
      'Сервер не запущен. Сохраните копию папки и восстановите школу из резервной копии (restore): ' +
      'чего в копии нет, вернут планшеты.',
  )
}
