import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import { readServing, type Serving } from './data-folder.ts'
import { commandLog } from './log.ts'
import { openSchool } from './open-school.ts'
import { Refusal } from './outcome.ts'
import { perform } from './perform.ts'
import type { Place, PostgresPlace } from './place.ts'
import { type Answer, answerSchema, type Task } from './task.ts'

/** A server that is just starting, or a command about to end, gets this long, ms. */
const patience = 10_000
const askEvery = 100

/** Commands that make sense before the folder holds anything. */
const founding: ReadonlySet<Task['command']> = new Set(['import', 'user-add', 'user-list', 'invite'])

/** Does a task on the school of a place: of a folder through the server that has it, else by itself. */
export async function carryOut(place: Place, task: Task): Promise<Answer> {
  const { dataFolder, database } = place
  if (database !== undefined) return carryOutThere({ ...place, database }, task)
  if (!founding.has(task.command) && !existsSync(join(dataFolder, 'parta.sqlite')))
    throw new Refusal(`В папке ${dataFolder} нет школы. Укажите её папку: --data DIR.`)
  const until = Date.now() + patience
  while (Date.now() < until) {
    const school = await openSchool(dataFolder, commandLog)
    if (school) {
      try {
        return await perform(school, task)
      } finally {
        await school.close()
      }
    }
    const serving = readServing(dataFolder)
    const answer = serving && (await ask(serving, task))
    if (answer) return answer
    await pause(askEvery)
  }
  throw new Refusal(`Папка ${dataFolder} занята другой командой. Дождитесь её конца и повторите.`)
}

/** Beside the servers of a PostgreSQL, which hear of what is done. */
async function carryOutThere(place: PostgresPlace, task: Task): Promise<Answer> {
  // Loaded on demand: commands on a folder need not wait for it.
  const { openPostgresSchool } = await import('./open-postgres-school.ts')
  const school = await openPostgresSchool(place, commandLog, {
    founds: founding.has(task.command),
    meant: 'school' in task ? task.school : undefined,
  })
  try {
    return await school.alone(() => perform(school, task))
  } finally {
    await school.close()
  }
}

/** Asks the running server; null when it can't be reached, because it is just starting or stopping. */
async function ask({ port, key }: Serving, task: Task): Promise<Answer | null> {
  let response: Response
  try {
    response = await fetch(`http://127.0.0.1:${port}/task`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify(task),
    })
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
  if (response.status === 403) return null
  if (!response.ok) throw new Error(`server answered ${response.status}`)
  return v.parse(answerSchema, await response.json())
}
