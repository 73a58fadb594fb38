import type { FastifyInstance } from 'fastify'
import * as v from 'valibot'
import {
  classDocument,
  type JournalKey,
  journalDocument,
  type LessonKey,
  lessonOf,
  pupilOf,
  readJournalName,
  readLessonKey,
} from '../../src/domain/ledger/documents.ts'
import { readClass } from '../../src/domain/school/class-view.ts'
import { lastFirst } from '../../src/domain/school/names.ts'
import { classTitle, subjectTitle } from '../../src/domain/school/titles.ts'
import { type CellAsked, cellEvidence } from '../evidence/cell-evidence.ts'
import { evidenceText } from '../evidence/evidence-text.ts'
import { ApiError, parsed } from './api-error.ts'
import { officeCallerOf } from './caller.ts'
import { sendGzipped } from './gzipped.ts'
import type { HttpParts } from './parts.ts'

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(200))
/** The cell of a pupil at a lesson, by the lesson's key, or of a period. */
const query = v.object({ journal: name, pupil: name, lesson: v.optional(name), period: v.optional(name) })

/** What the relay received about one cell and what proves it, for the office: to be read, and as a file to be checked. */
export function evidenceRoutes(api: FastifyInstance, parts: Pick<HttpParts, 'accounts' | 'relay'>): void {
  const { relay } = parts
  api.get('/evidence', async (request, reply) => {
    await officeCallerOf(parts, request)
    const { journal, pupil, lesson, period } = parsed(query, request.query)
    const key = readJournalName(journal)
    if (!key || (lesson === undefined) === (period === undefined)) throw new ApiError('malformed')
    const document = journalDocument(key)
    if (!(await relay.documents(document)).includes(document)) throw new ApiError('notFound')
    const asked: CellAsked = {
      document,
      asked: {
        ...(await inWords(key, pupil)),
        ...(period === undefined ? lessonAsked(lesson!) : { period }),
      },
      isOfCell: (entity) =>
        pupilOf(entity) === pupil &&
        (period === undefined
          ? lessonOf(entity) === lesson
          : entity.startsWith('periodmark,') && entity.split(',')[1] === period),
    }
    const evidence = await cellEvidence(parts, asked, await relay.verifyLog(document), relay.now())
    if (evidence.entries.length === 0) throw new ApiError('notFound')
    return sendGzipped(request, reply, { evidence, text: evidenceText(evidence) })
  })

  async function inWords(key: JournalKey, pupil: string) {
    const { school } = relay.policy()
    const { pupils } = readClass(await relay.foldOf(classDocument(key.class)))
    const card = pupils.find(({ id }) => id === pupil)
    return {
      class: classTitle(school, key.class),
      subject: subjectTitle(school, key),
      pupil: card ? `${lastFirst(card)} (${pupil})` : pupil,
    }
  }
}

function lessonAsked(lesson: string) {
  const { date, bell } = readLessonKey(lesson as LessonKey)
  return { date, bell }
}
