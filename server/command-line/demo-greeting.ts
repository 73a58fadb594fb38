import { classDocument, familyDocument } from '../../src/domain/ledger/documents.ts'
import { readClass } from '../../src/domain/school/class-view.ts'
import { readFamily } from '../../src/domain/school/family-view.ts'
import { fullName, lastFirst } from '../../src/domain/school/names.ts'
import type { SchoolView } from '../../src/domain/school/school-view.ts'
import { toRow } from '../../src/exchange/row-values.ts'
import type { Account } from '../accounts/account-store.ts'
import type { FamilyLink } from '../accounts/family-links.ts'
import { type DemoPeople, demoPeople } from '../demo/cast.ts'
import { demoMoment } from './demo-clock.ts'
import { familyLogins } from './fill-demo.ts'
import { accountOf } from './manage-users.ts'
import type { OpenSchool } from './open-school.ts'

const parts: readonly { part: keyof DemoPeople; title: string }[] = [
  { part: 'teacher', title: 'учитель, сейчас урок в 7А' },
  { part: 'substitute', title: 'учитель, может заменить' },
  { part: 'classTeacher', title: 'классный руководитель 7А' },
  { part: 'office', title: 'завуч' },
]

/** Lines that tell how the demo's people sign in: with fresh codes as long as they never have. */
export async function demoGreeting(school: OpenSchool): Promise<string[]> {
  const { relay, clockOffset } = school
  const view = relay.policy().school
  const { date, time } = demoMoment(school.now())
  const lines = [
    `Учебная школа: ${view.profile?.name ?? ''}`,
    `Часы школы: ${date.split('-').reverse().join('.')} ${time}${clockOffset === 0 ? '' : ' (переведены, чтобы шёл урок)'}`,
    'Кто может войти:',
  ]
  const people = castOf(view, `${date}T${time}`)
  // One line a person: whoever leads the class that he is teaching now has one code, not two.
  const titles = new Map<string, string[]>()
  for (const { part, title } of parts) titles.set(people[part], [...(titles.get(people[part]) ?? []), title])
  for (const [person, plays] of titles) {
    const account = await accountOf(school, person)
    const key = await keyOf(school, account)
    const member = view.staff.get(person)
    const name = member ? fullName(member) : person
    lines.push(`  ${name} (${plays.join('; ')}): логин ${account.login}, ${key}`)
  }
  return [...lines, ...(await familyLines(school))]
}

/** The same for the demo's family; a demo made before it had one tells of none. */
async function familyLines(school: OpenSchool): Promise<string[]> {
  const { accounts } = school
  const lines: string[] = []
  for (const [part, login] of Object.entries(familyLogins)) {
    const account = await accounts.store.byLogin(login)
    const links = account ? await accounts.families.of(account.user) : []
    if (!account || links.length === 0) continue
    const names = await Promise.all(links.map(({ pupil }) => nameOf(school, pupil)))
    const title = part === 'mother' ? `мама: ${names.join(', ')}` : 'ученик 7А'
    const who = part === 'mother' ? await guardianName(school, links[0]!) : names[0]
    lines.push(`  ${who} (${title}): логин ${login}, ${await keyOf(school, account)}`)
  }
  return lines.length > 0 ? ['Семья (дневник):', ...lines] : []
}

async function guardianName({ relay }: OpenSchool, { pupil, person }: FamilyLink): Promise<string> {
  const { guardians } = readFamily(await relay.foldOf(familyDocument(pupil)), pupil)
  const guardian = guardians.find(({ id }) => id === person)
  return guardian ? fullName(guardian) : person
}

async function nameOf({ relay }: OpenSchool, pupil: string): Promise<string> {
  for (const id of relay.policy().classesOf(pupil)) {
    const { pupils } = readClass(await relay.foldOf(classDocument(id)))
    const card = pupils.find((it) => it.id === pupil)
    if (card) return lastFirst(card)
  }
  return pupil
}

async function keyOf({ accounts }: OpenSchool, account: Account): Promise<string> {
  return account.active ? 'пароль выбран при первом входе' : `код ${await accounts.invite(account.user)}`
}

/** Casts the demo by the school as it stands now. */
function castOf(view: SchoolView, now: string): DemoPeople {
  return demoPeople({
    now,
    tables: {
      assignments: view.assignments.map(toRow),
      bells: view.bells,
      classes: [...view.classes.values()].map(toRow),
      staff: [...view.staff.values()].map(toRow),
      timetable: view.slots.map(toRow),
    },
  })
}
