import type { FastifyInstance } from 'fastify'
import { isConsultant, readAdvice } from '../../src/domain/advice/advice-view.ts'
import { readDocumentId } from '../../src/domain/ledger/documents.ts'
import { fullName, lastFirst } from '../../src/domain/school/names.ts'
import { staffTitle } from '../../src/domain/school/titles.ts'
import type { AdviceQuestions } from '../../src/sync/advice-answers.ts'
import { personBehind } from '../accounts/people.ts'
import { ApiError } from './api-error.ts'
import { callerOf } from './caller.ts'
import type { HttpParts } from './parts.ts'

/** Questions told at once: those without an answer come first. */
const most = 200

/** What is asked of the consultant (clauses 5.1.2, 5.2.10): for whom the office named, and for the office. */
export function adviceRoutes(api: FastifyInstance, parts: HttpParts): void {
  const { accounts, relay, families, diaries } = parts

  api.get('/advice', async (request): Promise<AdviceQuestions> => {
    const { account } = await callerOf(accounts, request)
    const { school } = relay.policy()
    const office = personBehind(account, relay.policy()).roles.includes('office')
    if (!isConsultant(school, { person: account.person, office })) throw new ApiError('noRight')
    const found: AdviceQuestions['questions'] = []
    for (const document of await relay.documents('advice/')) {
      const name = readDocumentId(document)
      if (name?.kind !== 'advice') continue
      for (const { id, at = 0, text, diagnostics, answer } of readAdvice(await relay.foldOf(document)))
        found.push({
          document,
          id,
          ...(await nameOf(name)),
          at,
          text,
          ...(diagnostics === undefined ? {} : { diagnostics }),
          ...(answer ? { answer: answer.text } : {}),
        })
      await new Promise(setImmediate)
    }
    const isOpen = ({ answer }: { answer?: string | undefined }) => (answer === undefined ? 0 : 1)
    return { questions: found.sort((a, b) => isOpen(a) - isOpen(b) || b.at - a.at).slice(0, most) }
  })

  async function nameOf({
    person,
    of,
  }: {
    person: string
    of?: string
  }): Promise<{ who: string; pupil?: string }> {
    if (of === undefined) return { who: staffTitle(relay.policy().school, person) }
    const [classId = ''] = relay.policy().everIn(of)
    const { pupils } = await diaries.classes.members(classId)
    const card = pupils.find(({ id }) => id === of)
    const pupil = card ? lastFirst(card) : of
    const { guardians } = await families.of(of)
    const guardian = guardians.find(({ id }) => id === person)
    return { who: guardian ? fullName(guardian) : person === of ? pupil : person, pupil }
  }
}
