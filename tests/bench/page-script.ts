import { fileURLToPath } from 'node:url'
import { build, type Rollup } from 'vite'

/** Bundles a module of this folder as one classic script, for a page that the bench serves or looks into. */
export async function pageScript(file: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL(file, import.meta.url)),
        formats: ['iife'],
        name: 'bench',
        fileName: 'bench',
      },
    },
  })
  const [output] = (built as Rollup.RollupOutput[])[0]!.output
  return output.code
}
