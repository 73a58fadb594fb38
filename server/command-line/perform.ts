import { note } from '../operations/school-notes.ts'
import { checkEvidence } from './check-evidence.ts'
import { erasePerson } from './erase-person.ts'
import { evidence } from './evidence.ts'
import { exportFolder } from './export-folder.ts'
import { importFolder } from './import-folder.ts'
import { makePaper } from './make-paper.ts'
import { reportOf } from './make-report.ts'
import { addUser, invite, listUsers, switchUser } from './manage-users.ts'
import type { OpenSchool } from './open-school.ts'
import { Refusal } from './outcome.ts'
import { retention } from './retention.ts'
import { type Answer, said, type Task } from './task.ts'
import { verifyCopy } from './verify-copy.ts'

/** Does a task on an open school; a refusal is an answer, whatever else fails is thrown. */
export async function perform(school: OpenSchool, task: Task): Promise<Answer> {
  try {
    return await done(school, task)
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, lines: error.message.split('\n') }
    throw error
  }
}

async function done(school: OpenSchool, task: Task): Promise<Answer> {
  if ('school' in task && task.command !== 'import') requireSchool(school, task.school)
  switch (task.command) {
    case 'import':
      return importFolder(school, task)
    case 'export':
      return exportFolder(school)
    case 'report':
      return reportOf(school, task)
    case 'paper':
      return makePaper(school, task)
    case 'verify':
      return verify(school)
    case 'verify-copy':
      return verifyCopy(school, task)
    case 'evidence':
      return evidence(school, task)
    case 'evidence-check':
      return checkEvidence(school, task)
    case 'erase':
      return erasePerson(school, task)
    case 'retention':
      return retention(school, task)
    case 'user-list':
      return listUsers(school)
    case 'user-add':
      return addUser(school, task)
    case 'user-disable':
      return switchUser(school, task.login, false)
    case 'user-enable':
      return switchUser(school, task.login, true)
    case 'invite':
      return invite(school, task)
  }
}

async function verify({ relay, tables, now }: OpenSchool): Promise<Answer> {
  const found = await relay.verify()
  await note(tables, 'verified', now(), { ok: found.ok, rows: found.ok ? found.rows : 0 })
  if (found.ok) return said(`Журнал записей цел: проверено записей: ${found.rows}.`)
  throw new Refusal(
    `Цепочка записей нарушена: документ ${found.document}, запись ${found.seq}: ${found.why}.\n` +
      'Ничего не изменено. Остановите сервер, сохраните копию папки и восстановите школу из резервной копии.',
  )
}

function requireSchool({ relay, name }: OpenSchool, id: string): void {
  const known = relay.policy().school.profile?.id
  if (known === undefined) throw new Refusal(`${name}: школы там ещё нет, сначала import.`)
  if (known !== id) throw new Refusal(`${name}: школа «${known}», а не «${id}».`)
}
