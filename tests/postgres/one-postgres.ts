import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the run's PostgreSQL; only this project has it. */
    postgres: string
    /** The same, of one who sees all lines. */
    superuser: string
  }
}

/** Before all files of a run; what it returns runs after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres()
  project.provide('postgres', server.address)
  project.provide('superuser', server.superuser)
  return server.remove
}
