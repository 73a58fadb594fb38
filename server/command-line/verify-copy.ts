import { paperChanges } from '../../src/domain/paper/paper-changes.ts'
import type { PaperPart } from '../../src/domain/paper/paper-parts.ts'
import type { FoundRevision } from '../../src/domain/paper/revision-search.ts'
import { russianDate } from '../../src/domain/reports/table.ts'
import { schoolClock, schoolDate } from '../../src/domain/school/school-date.ts'
import { paperRevision } from '../../src/print/paper-revision.ts'
import { findCopy } from './find-copy.ts'
import { paperOf } from './make-paper.ts'
import type { OpenSchool } from './open-school.ts'
import { Refusal } from './outcome.ts'
import { copyOf, paperDocuments } from './paper-source.ts'
import { type Done, said, type TaskOf } from './task.ts'

/**
 * `verify --copy`: whether a paper copy still equals the ledger; a refusal names the moment at which it did, and what
 * has changed since.
 */
export async function verifyCopy({ relay }: OpenSchool, task: TaskOf<'verify-copy'>): Promise<Done> {
  const { school } = relay.policy()
  const { schoolClass, period } = paperOf(school, task, relay.today())
  const documents = await paperDocuments(relay, schoolClass)
  const { parts: now } = await copyOf(relay, documents, schoolClass, period)
  const revision = await paperRevision(now)
  if (revision === task.copy) return said(`Копия ${task.copy} равна журналу: ${task.class}, ${period.title}.`)

  const found = await findCopy(relay, documents, schoolClass, period, task.copy)
  if (!found)
    throw new Refusal(
      `Копии ${task.copy} нет: у ${task.class} за период «${period.title}» такой редакции на сервере не было.\n` +
        'Проверьте класс, период и редакцию. Если копию печатали на планшете, который ещё не передал записи, ' +
        'сначала передайте их.',
    )
  throw new Refusal(whatChanged(found, now, task.copy, revision, school.profile?.timezone).join('\n'))
}

function whatChanged(
  found: FoundRevision,
  now: readonly PaperPart[],
  copy: string,
  revision: string,
  zone: string | undefined,
): string[] {
  const when = (time: number) => `${russianDate(schoolDate(time, zone))} ${schoolClock(time, zone)}`
  const until = found.until === undefined ? '' : ` до ${when(found.until)}`
  const changes = paperChanges(found.parts, now)
  return [
    `Копия ${copy} устарела: журнал был таким с ${when(found.at)}${until}. Теперь редакция ${revision}.`,
    `Изменено клеток: ${changes.length}.`,
    ...changes.map(({ part, column, row, from, to }) => {
      const place = [part, column, row].filter((text) => text !== '').join(' · ')
      return `${place}: ${from || 'пусто'} → ${to || 'пусто'}`
    }),
  ]
}
