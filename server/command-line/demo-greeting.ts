import { fullName } from '../../src/domain/school/names.ts'
import type { SchoolView } from '../../src/domain/school/school-view.ts'
import { toRow } from '../../src/exchange/row-values.ts'
import { type DemoPeople, demoPeople } from '../demo/cast.ts'
import { demoMoment } from './demo-clock.ts'
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
  const { relay, accounts, clockOffset } = school
  const view = relay.policy().school
  const { date, time } = demoMoment(school.now())
  const lines = [
    `Учебная школа: ${view.profile?.name ?? ''}`,
    `Часы школы: ${date.split('-').reverse().join('.')} ${time}${clockOffset === 0 ? '' : ' (переведены, чтобы шёл урок)'}`,
    'Кто может войти:',
  ]
  const people = castOf(view, `${date}T${time}`)
  for (const { part, title } of parts) {
    const person = people[part]
    const account = accountOf(school, person)
    const key = account.active
      ? 'пароль выбран при первом входе'
      : `код ${await accounts.invite(account.user)}`
    const member = view.staff.get(person)
    lines.push(`  ${member ? fullName(member) : person} (${title}): логин ${account.login}, ${key}`)
  }
  return lines
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
