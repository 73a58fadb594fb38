import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

const root = fileURLToPath(new URL('../../', import.meta.url))
const programs = {
  parta: join(root, 'server/command-line/parta.ts'),
  'relay-process': join(root, 'tests/server/relay/relay-process.ts'),
  'node-process': join(root, 'tests/postgres/node-process.ts'),
}

/** Names the folder where one run of the tests keeps the programs that it starts, made into plain JavaScript. */
const variable = 'PARTA_BUILT_PROGRAMS'

/** Before all files of a run and whenever one is run again; what it returns runs after them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // The other project of this run has made them.
  if (process.env[variable] !== undefined) return async () => undefined
  // All files as deep as those of server/command-line: from there the server finds dist/.
  await mkdir(join(root, '.built'), { recursive: true })
  const outDir = await mkdtemp(join(root, '.built/run-'))
  const { build } = await import('vite')
  const make = async () => {
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      publicDir: false,
      ssr: { external: true },
      build: {
        ssr: true,
        outDir,
        emptyOutDir: true,
        rolldownOptions: { input: programs, output: { chunkFileNames: '[name]-[hash].js' } },
      },
    })
  }
  await make()
  project.onTestsRerun(make)
  process.env[variable] = outDir
  return () => rm(outDir, { recursive: true, force: true })
}

/**
 * What Node is called with to start a program: transpiling the source again takes a second of every start, so that a
 * run of tests does it once; outside of one the source is started.
 */
export function startOf(program: keyof typeof programs): string[] {
  const built = process.env[variable]
  return built === undefined ? fromSource(program) : [join(built, `${program}.js`)]
}

/** The same, always from the source, as `npm start` does. */
export function fromSource(program: keyof typeof programs): string[] {
  return ['--import', 'tsx', programs[program]]
}
