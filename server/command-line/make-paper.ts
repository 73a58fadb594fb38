import type { ValueOf } from '../../src/domain/ledger/attributes.ts'
import { classDocument, type DocumentId, entity } from '../../src/domain/ledger/documents.ts'
import { paperChanges } from '../../src/domain/paper/paper-changes.ts'
import type { PaperPart } from '../../src/domain/paper/paper-parts.ts'
import { isPeriodFor } from '../../src/domain/policy/judge.ts'
import { findClass, yearOfReport } from '../../src/domain/reports/choose-class.ts'
import { type ReportPeriod, reportPeriod } from '../../src/domain/reports/report-period.ts'
import { russianDate } from '../../src/domain/reports/table.ts'
import { schoolClock, schoolDate } from '../../src/domain/school/school-date.ts'
import type { SchoolClass, SchoolView } from '../../src/domain/school/school-view.ts'
import type { Replaced } from '../../src/print/paper-journal/paper-pdf.ts'
import type { Relay } from '../relay/relay.ts'
import type { OpenSchool } from './open-school.ts'
import { Refusal } from './outcome.ts'
import { copyOf, paperDocuments } from './paper-source.ts'
import type { Done, TaskOf } from './task.ts'

/** `paper`: prints the paper copy of a class and period from the ledger as it stands. */
export async function makePaper({ relay, now }: OpenSchool, task: TaskOf<'paper'>): Promise<Done> {
  const { school } = relay.policy()
  const { schoolClass, period } = paperOf(school, task, relay.today())
  const documents = await paperDocuments(relay, schoolClass)
  const { journal, parts } = await copyOf(relay, documents, schoolClass, period)
  // Loaded on demand: other commands need not wait for them.
  const { paperRevision } = await import('../../src/print/paper-revision.ts')
  const { paperPdf } = await import('../../src/print/paper-journal/paper-pdf.ts')
  const { paperFonts } = await import('./report-content.ts')
  const zone = school.profile?.timezone
  const made = `${russianDate(schoolDate(now(), zone))} ${schoolClock(now(), zone)}`
  const revision = await paperRevision(parts)
  const pause = () => new Promise<void>((resolve) => setImmediate(resolve))
  const fold = await relay.foldOf(classDocument(schoolClass.id))
  const accepted = fold.value(entity.paper(period.id), 'paper.accepted')
  const replaced =
    accepted && accepted.digest !== revision
      ? await replacedCopy(relay, documents, { schoolClass, period }, accepted, parts)
      : undefined
  const { bytes, pages, sheets } = await paperPdf(
    journal,
    paperFonts(),
    { made, revision },
    { replaced, pause },
  )
  return {
    ok: true,
    lines: [
      `Редакция данных ${revision}, страниц ${pages}, листов ${sheets}.`,
      ...(replaced ? [`${replacedLine(replaced)}.`] : []),
      ...(relay.today() <= period.ends
        ? [`Период ещё идёт, до ${russianDate(period.ends)}: копия неполная.`]
        : []),
    ],
    content: Buffer.from(bytes).toString('base64'),
  }
}

/** The accepted copy, and what is different from it: unknown where the ledger never stood so. */
async function replacedCopy(
  relay: Relay,
  documents: readonly DocumentId[],
  { schoolClass, period }: { schoolClass: SchoolClass; period: ReportPeriod },
  { date, digest }: ValueOf<'paper.accepted'>,
  now: readonly PaperPart[],
): Promise<Replaced> {
  const { findCopy } = await import('./find-copy.ts')
  const found = await findCopy(relay, documents, schoolClass, period, digest)
  const changes = found && paperChanges(found.parts, now)
  return { accepted: date, revision: digest, ...(changes ? { changes } : {}) }
}

function replacedLine({ accepted, revision, changes }: Replaced): string {
  const count = changes ? `изменено клеток: ${changes.length}` : 'что изменено, по записям не видно'
  return `Печатается взамен сданной ${russianDate(accepted)} (редакция ${revision}), ${count}`
}

/** The class and period that a copy is of. */
export function paperOf(
  school: SchoolView,
  task: { class: string; period: string },
  today: string,
): { schoolClass: SchoolClass; period: ReportPeriod } {
  const period = reportPeriod(school, task.period)
  if (!period) throw new Refusal(`В школе нет периода ${task.period}.`)
  const year = yearOfReport(school, { period: period.id }, today)
  const schoolClass = year && findClass(school, task.class, year.id)
  if (!schoolClass) throw new Refusal(`В ${period.year} учебном году нет класса «${task.class}».`)
  if (period.kind === 'year' || !isPeriodFor(schoolClass.grade, period.kind)) {
    const kind = schoolClass.grade >= 10 ? 'полугодиям' : 'четвертям (триместрам)'
    throw new Refusal(`Бумажный журнал ${task.class} печатают по ${kind}, а ${period.id} — ${period.title}.`)
  }
  return { schoolClass, period }
}
