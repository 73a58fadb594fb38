import { type Account, isLogin, isStaff, normalLogin } from '../accounts/account-store.ts'
import { personBehind, recordPeople } from '../accounts/people.ts'
import type { OpenSchool } from './open-school.ts'
import { Refusal } from './outcome.ts'
import { type Done, said, type TaskOf } from './task.ts'

const roleNames = { teacher: 'учитель', office: 'администрация' } as const

/** `user list` */
export async function listUsers({ accounts, relay }: OpenSchool): Promise<Done> {
  const lines = (await accounts.store.list()).filter(isStaff).map((account) => {
    const { name, roles } = personBehind(account, relay.policy())
    const state = account.disabled ? 'отключён' : account.active ? 'входил(а)' : 'ещё не входил(а)'
    return [account.login, name, roles.map((role) => roleNames[role]).join(', ') || 'без роли', state].join(
      '\t',
    )
  })
  return said(...(lines.length > 0 ? lines : ['Учётных записей нет.']))
}

/** `user add`: an account for a staff member, or for an administrator who is not on the staff list. */
export async function addUser(school: OpenSchool, task: TaskOf<'user-add'>): Promise<Done> {
  const { accounts, relay } = school
  const login = normalLogin(task.login)
  const { person = '', office } = task
  if (!isLogin(login))
    throw new Refusal(
      `Логин «${task.login}» не годится: нужны латинские буквы, цифры, точка, дефис, до 40 знаков.`,
    )
  if (await accounts.store.byLogin(login)) throw new Refusal(`Логин ${login} уже занят.`)
  if (person !== '') staffMember(school, person)
  const known = await accounts.store.byPerson(person)
  if (known) throw new Refusal(`У сотрудника ${person} уже есть учётная запись: ${known.login}.`)
  const account = await accounts.create({ login, person, administrator: office })
  await recordPeople(accounts, relay)
  return said(...(await slip(school, account)))
}

/** `user disable` and `user enable` */
export async function switchUser({ accounts }: OpenSchool, login: string, enabled: boolean): Promise<Done> {
  const account = await accounts.store.byLogin(login)
  if (!account) throw new Refusal(`Нет учётной записи с логином ${login}.`)
  if (enabled) await accounts.enable(account.user)
  else await accounts.disable(account.user)
  return said(`${account.login}: ${enabled ? 'вход разрешён' : 'вход закрыт, устройства отключены'}.`)
}

/** `invite`: a new one-time code; makes the account when the person has none. */
export async function invite(school: OpenSchool, { whom }: TaskOf<'invite'>): Promise<Done> {
  const { accounts, relay } = school
  switch (whom.by) {
    case 'login': {
      const account = await accounts.store.byLogin(whom.login)
      if (!account)
        throw new Refusal(
          `Нет учётной записи с логином ${whom.login}. Укажите сотрудника: invite --person ID.`,
        )
      return said(...(await slip(school, account)))
    }
    case 'person': {
      const account = await accountOf(school, whom.person)
      await recordPeople(accounts, relay)
      return said(...(await slip(school, account)))
    }
    case 'all': {
      const people: Account[] = []
      for (const person of relay.policy().school.staff.keys()) people.push(await accountOf(school, person))
      await recordPeople(accounts, relay)
      const waiting = people.filter((account) => !account.active && !account.disabled)
      if (waiting.length === 0) return said('Все сотрудники уже входили: новых кодов не нужно.')
      const lines: string[] = []
      for (const account of waiting) lines.push(...(await slip(school, account)))
      return said(...lines)
    }
  }
}

/** The account of a staff member, made when missing. */
export async function accountOf(school: OpenSchool, person: string): Promise<Account> {
  return school.accounts.ofPerson(person, staffMember(school, person))
}

function staffMember({ relay }: OpenSchool, person: string) {
  const member = relay.policy().school.staff.get(person)
  if (!member) throw new Refusal(`Нет сотрудника с номером ${person} в школе.`)
  return member
}

/** What is handed to the person. */
async function slip({ accounts, relay }: OpenSchool, account: Account): Promise<string[]> {
  if (account.disabled)
    throw new Refusal(`Учётная запись ${account.login} отключена. Сначала: user enable ${account.login}.`)
  const { name } = personBehind(account, relay.policy())
  return [`${name}\tлогин: ${account.login}\tкод: ${await accounts.invite(account.user)}`]
}
