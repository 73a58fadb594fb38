import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Spreads the browser's files evenly among the others: a file that waits for a page leaves its core to one that counts. */
class BrowserAmongUnits extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const browser = sorted.filter(({ project }) => project.name === 'browser')
    const units = sorted.filter(({ project }) => project.name !== 'browser')
    const each = units.length / browser.length
    return browser.length === 0
      ? units
      : browser.flatMap((file, i) => [file, ...units.slice(Math.floor(i * each), Math.floor((i + 1) * each))])
  }
}

// These end only what hangs: on a busy machine all takes several times as long.
const testTimeout = 120_000
const hookTimeout = 120_000

export default defineConfig({
  test: {
    // By default one core stays idle, which of two is half the time.
    maxWorkers: '100%',
    sequence: { sequencer: BrowserAmongUnits },
    projects: [
      {
        test: {
          name: 'units',
          environment: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', 'tests/postgres/**'],
          globalSetup: 'tests/server/built-programs.ts',
          testTimeout,
          hookTimeout,
        },
      },
      {
        test: {
          name: 'postgres',
          environment: 'node',
          include: ['tests/postgres/**/*.test.ts'],
          globalSetup: ['tests/server/built-programs.ts', 'tests/postgres/one-postgres.ts'],
          testTimeout,
          hookTimeout,
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/server/built-programs.ts', 'tests/browser/demo-schools.ts'],
          testTimeout: 2 * testTimeout,
          hookTimeout: 2 * hookTimeout,
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
})
