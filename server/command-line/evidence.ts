import { journalDocument, lessonOf, pupilOf, readLessonKey } from '../../src/domain/ledger/documents.ts'
import { isFact } from '../../src/domain/ledger/fact.ts'
import { factTime, relayUser } from '../../src/domain/ledger/ids.ts'
import { elementReceipts } from '../../src/domain/ledger/receipt.ts'
import { findClass, yearOfReport } from '../../src/domain/reports/choose-class.ts'
import { staffTitle } from '../../src/domain/school/titles.ts'
import { elementHash } from '../store/row-hash.ts'
import { type Evidence, type EvidenceEntry, evidenceText } from './evidence-text.ts'
import type { OpenSchool } from './open-school.ts'
import { Refusal } from './outcome.ts'
import type { Done, TaskOf } from './task.ts'

/**
 * `evidence`: everything that the relay received about one cell, in the order received: who, when, on which device, with
 * which receipt, and what proves it. As JSON, or as a document to read.
 */
export function evidence(school: OpenSchool, task: TaskOf<'evidence'>): Done {
  const { relay, now } = school
  const { school: view } = relay.policy()
  const { date, period } = task
  const year = yearOfReport(view, { period, from: date }, relay.today())
  const schoolClass = year && findClass(view, task.class, year.id)
  if (!schoolClass) throw new Refusal(`Класса ${task.class} в этом учебном году нет.`)
  const document = journalDocument({ class: schoolClass.id, subject: task.subject, group: task.group })
  if (!relay.documents(document).includes(document))
    throw new Refusal(
      `Журнала ${document.slice('journal/'.length)} на сервере нет: проверьте предмет и группу.`,
    )
  const verified = relay.verify()
  const entries: EvidenceEntry[] = []
  for (const { seq, chain, previousChain, receipt, elements, hash } of relay.logOf(document))
    elements?.forEach((element, index) => {
      if (!isFact(element) || !isAsked(school, document, task, element[1])) return
      const [id, name, attribute, value, supersedes = []] = element
      entries.push({
        seq,
        fact: { id, entity: name, attribute, value, supersedes },
        madeAt: new Date(factTime(id)).toISOString(),
        receivedAt: new Date(elementReceipts(receipt)[index]!.receivedAt).toISOString(),
        author: { user: receipt.author, name: authorName(school, receipt.author), as: receipt.as },
        device: { id: receipt.device, name: deviceName(school, receipt.author, receipt.device) },
        verdict: receipt.verdict,
        ...(receipt.reason ? { reason: receipt.reason } : {}),
        receipt,
        index,
        elementHashes: elements.map((one) => elementHash(one).toString('hex')),
        rowHash: Buffer.from(hash).toString('hex'),
        chain,
        previousChain,
      })
    })
  if (entries.length === 0) throw new Refusal('Об этой клетке сервер ничего не получал.')
  const content: Evidence = {
    school: view.profile?.name ?? '',
    document,
    asked: {
      class: task.class,
      subject: task.subject,
      pupil: task.pupil,
      ...(date === undefined ? {} : { date, bell: task.bell }),
      ...(period === undefined ? {} : { period }),
    },
    made: new Date(now()).toISOString(),
    timezone: view.profile?.timezone ?? '',
    log: verified.ok
      ? { whole: true, rows: verified.rows }
      : { whole: false, why: `${verified.document}, ${verified.seq}: ${verified.why}` },
    entries,
  }
  const text = task.format === 'json' ? `${JSON.stringify(content, null, 2)}\n` : evidenceText(content)
  return { ok: true, lines: [], content: Buffer.from(text).toString('base64') }
}

/** Whether an entity is about the pupil, at the lesson (as it was born, or where it stands now) or in the period. */
function isAsked(
  { relay }: OpenSchool,
  document: ReturnType<typeof journalDocument>,
  task: TaskOf<'evidence'>,
  name: string,
): boolean {
  if (pupilOf(name) !== task.pupil) return false
  if (task.period !== undefined) return name.startsWith('periodmark,') && name.split(',')[1] === task.period
  const lesson = lessonOf(name)
  if (!lesson) return false
  const { date, bell } = relay.movedTo(document, lesson) ?? readLessonKey(lesson)
  return date === task.date && bell === task.bell
}

function authorName({ relay, accounts }: OpenSchool, user: string): string {
  if (user === relayUser) return 'сервер'
  const { school } = relay.policy()
  const person = school.people.get(user as never)
  return person === undefined ? (accounts.store.byUser(user)?.login ?? 'импорт') : staffTitle(school, person)
}

function deviceName({ accounts }: OpenSchool, user: string, device: string): string {
  return accounts.devices.find(user as never, device)?.name ?? ''
}
