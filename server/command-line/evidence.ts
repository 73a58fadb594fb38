import {
  type DocumentId,
  journalDocument,
  lessonOf,
  pupilOf,
  readLessonKey,
} from '../../src/domain/ledger/documents.ts'
import { findClass, yearOfReport } from '../../src/domain/reports/choose-class.ts'
import { cellEvidence } from '../evidence/cell-evidence.ts'
import { evidenceText } from '../evidence/evidence-text.ts'
import type { OpenSchool } from './open-school.ts'
import { Refusal } from './outcome.ts'
import type { Done, TaskOf } from './task.ts'

/** `evidence`: the statement of one cell, as JSON or as a document to read. */
export async function evidence(school: OpenSchool, task: TaskOf<'evidence'>): Promise<Done> {
  const { relay, now } = school
  const { school: view } = relay.policy()
  const { date, period } = task
  const year = yearOfReport(view, { period, from: date }, relay.today())
  const schoolClass = year && findClass(view, task.class, year.id)
  if (!schoolClass) throw new Refusal(`Класса ${task.class} в этом учебном году нет.`)
  const document = journalDocument({ class: schoolClass.id, subject: task.subject, group: task.group })
  if (!(await relay.documents(document)).includes(document))
    throw new Refusal(
      `Журнала ${document.slice('journal/'.length)} на сервере нет: проверьте предмет и группу.`,
    )
  const content = await cellEvidence(
    school,
    {
      document,
      asked: {
        class: task.class,
        subject: task.subject,
        pupil: task.pupil,
        ...(date === undefined ? {} : { date, bell: task.bell }),
        ...(period === undefined ? {} : { period }),
      },
      isOfCell: (entity) => isAsked(school, document, task, entity),
    },
    await relay.verify(),
    now(),
  )
  if (content.entries.length === 0) throw new Refusal('Об этой клетке сервер ничего не получал.')
  const text = task.format === 'json' ? `${JSON.stringify(content, null, 2)}\n` : evidenceText(content)
  return { ok: true, lines: [], content: Buffer.from(text).toString('base64') }
}

/** Whether an entity is about the pupil, at the lesson (as it was born, or where it stands now) or in the period. */
function isAsked(
  { relay }: OpenSchool,
  document: DocumentId,
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
