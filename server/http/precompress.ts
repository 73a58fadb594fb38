import { readdir, readFile, rename, stat, utimes, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const compressible = new Set(['.js', '.css', '.html', '.svg', '.json', '.webmanifest', '.txt', '.ttf'])
/** Below this the headers weigh more than what is saved, bytes. */
const smallest = 512

/**
 * Lays a `.br` and a `.gz` beside every file of the built app that they make smaller. Files done before are left as
 * they are: a copy bears the time of its original. Returns how many files it compressed.
 */
export async function precompress(folder: string): Promise<number> {
  let done = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !compressible.has(extname(entry.name))) continue
    const path = join(entry.parentPath, entry.name)
    const { mtime, size } = await stat(path)
    if (size < smallest || (await isFresh(`${path}.br`, mtime))) continue
    const content = await readFile(path)
    const brotli = await promisify(brotliCompress)(content, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: size },
    })
    for (const [ending, bytes] of [
      ['.gz', await promisify(gzip)(content, { level: 9 })],
      ['.br', brotli],
    ] as const) {
      // Written whole before it takes its name: another server of the same folder may be serving it.
      const part = `${path}${ending}.${process.pid}`
      await writeFile(part, bytes)
      await utimes(part, mtime, mtime)
      await rename(part, path + ending)
    }
    done++
  }
  return done
}

async function isFresh(copy: string, mtime: Date): Promise<boolean> {
  try {
    return Math.abs((await stat(copy)).mtimeMs - mtime.getTime()) < 1000
  } catch {
    return false
  }
}
