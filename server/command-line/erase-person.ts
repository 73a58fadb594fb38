import {
  adviceDocument,
  classDocument,
  type DocumentId,
  entity,
  familyDocument,
  readDocumentId,
  schoolDocument,
  threadDocument,
} from '../../src/domain/ledger/documents.ts'
import type { Entry, Fact } from '../../src/domain/ledger/fact.ts'
import { relayUser, serverDevice, type UserId } from '../../src/domain/ledger/ids.ts'
import { fullName } from '../../src/domain/school/names.ts'
import { className, type SchoolClass } from '../../src/domain/school/school-view.ts'
import { forgetOutgoing } from '../delivery/outbox.ts'
import type { OpenSchool } from './open-school.ts'
import { Refusal } from './outcome.ts'
import { type Done, said, type TaskOf } from './task.ts'

/** What stands in the place of a family name that was erased. */
const noName = 'Данные удалены'

/** Facts to erase in one document; what takes the place of a name is written first. */
interface Part {
  document: DocumentId
  /** What it is, for the person who decides. */
  words: string
  of: (fact: Fact) => boolean
  instead?: Entry
}

/** What is erased, in words and in documents. */
interface Scope {
  who: string
  parts: Part[]
  stays: string
}

/**
 * `erase`: the personal data of a pupil or a member of the staff, for ever; marks, presence and movement stay under the
 * person's number, and the chain verifies. Without `confirm` it only says what would go.
 */
export async function erasePerson(school: OpenSchool, task: TaskOf<'erase'>): Promise<Done> {
  const { relay, accounts, tables } = school
  const { of, id } = task.whom
  const { who, parts, stays } = await (of === 'pupil' ? pupilScope(school, id) : staffScope(school, id))
  const counts = await Promise.all(parts.map(({ document, of }) => count(school, document, of)))
  const lines = [
    `${who}. Будет удалено навсегда:`,
    ...parts.map(({ words }, index) => `  ${words}: записей ${counts[index]}`),
    `Останется: ${stays}.`,
    'Планшеты, на которых это есть, забудут его при следующей связи.',
    'Свободные тексты (замечания, комментарии к отметкам) не просматриваются: проверьте их сами.',
    'В резервных копиях, сделанных раньше, удалённое остаётся: уничтожьте их или повторите erase после restore.',
  ]
  if (!task.confirm)
    throw new Refusal(
      [...lines, 'Ничего не удалено. Чтобы удалить, повторите с ключом --confirm.'].join('\n'),
    )

  const writer = { user: relayUser, device: serverDevice, as: 'relay' } as const
  let facts = 0
  for (const { document, of, instead } of parts) {
    if (instead) await relay.record(document, [{ writer, entries: [instead] }])
    facts += await relay.erase(document, of)
  }
  if (of === 'pupil') await forgetOutgoing(tables, id)
  for (const user of await accountsOf(school, task.whom)) await accounts.forget(user)
  const value = { of, id, date: relay.today(), facts }
  await relay.record(schoolDocument, [
    { writer, entries: [{ entity: entity.erasure(of, id), attribute: 'erasure', value }] },
  ])
  await school.scrub()
  return said(
    `${who}: удалено записей: ${facts}. Хэши остались, verify проходит; удаление записано в журнал.`,
  )
}

async function count(
  { relay }: OpenSchool,
  document: DocumentId,
  of: (fact: Fact) => boolean,
): Promise<number> {
  let found = 0
  for (const { elements } of await relay.logOf(document))
    for (const element of elements ?? [])
      if (Array.isArray(element) && of(element as unknown as Fact)) found++
  return found
}

/** Facts of an entity but the one that stands in their place. */
function named(name: string): Part['of'] {
  return ([, of, , value]) => of === name && (value as { last?: string } | null)?.last !== noName
}

/** What was asked of the consultant in one document, all of it. */
const questions = (document: DocumentId): Part => ({
  document,
  words: 'вопросы консультанту',
  of: () => true,
})

async function pupilScope({ relay }: OpenSchool, id: string): Promise<Scope> {
  const { school } = relay.policy()
  const classes: SchoolClass[] = []
  for (const one of school.classes.values()) {
    const fold = await relay.foldOf(classDocument(one.id))
    if ([...fold.attributes(entity.pupil(id))].includes('pupil')) classes.push(one)
  }
  if (classes.length === 0) throw new Refusal(`Ученика с номером ${id} нет ни в одном классе.`)
  const value = { id, last: noName, first: id }
  const documents = await relay.documents()
  const own: Part[] = [familyDocument(id), threadDocument(id)]
    .filter((document) => documents.includes(document))
    .map((document) => ({
      document,
      words: document.startsWith('family')
        ? 'документ семьи (родители, связь, согласия)'
        : 'переписка с семьёй',
      of: () => true,
    }))
  const asked = documents.filter((document) => {
    const name = readDocumentId(document)
    return name?.kind === 'advice' && name.of === id
  })
  return {
    who: `Ученик ${id}`,
    parts: [
      ...own,
      ...asked.map(questions),
      ...classes.map(
        (one): Part => ({
          document: classDocument(one.id),
          words: `имя, дата рождения и пол в ${className(one)}`,
          of: named(entity.pupil(id)),
          instead: { entity: entity.pupil(id), attribute: 'pupil', value },
        }),
      ),
    ],
    stays: `отметки, посещаемость и движение под номером ${id}: отчёты его считают`,
  }
}

async function staffScope({ relay }: OpenSchool, id: string): Promise<Scope> {
  const member = relay.policy().school.staff.get(id)
  if (!member) throw new Refusal(`Нет сотрудника с номером ${id} в школе.`)
  const documents = await relay.documents(adviceDocument(id))
  const asked = documents.filter((document) => document === adviceDocument(id))
  return {
    who: `Сотрудник ${id} (${fullName(member)})`,
    parts: [
      {
        document: schoolDocument,
        words: 'имя и данные сотрудника, вход закрывается',
        of: named(entity.staff(id)),
        instead: {
          entity: entity.staff(id),
          attribute: 'staff',
          value: { id, last: noName, first: id, roles: member.roles },
        },
      },
      ...asked.map(questions),
    ],
    stays: `всё, что сотрудник записал в журналы, под номером ${id}`,
  }
}

/** Accounts that nobody but this person, or this pupil's family, signs in with. */
async function accountsOf({ accounts }: OpenSchool, { of, id }: TaskOf<'erase'>['whom']): Promise<UserId[]> {
  if (of === 'person')
    return (await accounts.store.list()).filter(({ person }) => person === id).map(({ user }) => user)
  const links = await accounts.families.ofPupil(id)
  for (const { person } of links) await accounts.revokeFamily(id, person)
  const users: UserId[] = []
  for (const user of new Set(links.map((link) => link.user))) {
    const own = await accounts.families.of(user)
    const account = await accounts.store.byUser(user)
    if (own.every(({ revoked }) => revoked) && account?.person === '') users.push(user)
  }
  return users
}
