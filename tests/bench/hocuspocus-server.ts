import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Server } from '@hocuspocus/server'
import { applyUpdate, encodeStateAsUpdate } from 'yjs'

/** The server of hocuspocus in a process of its own, port on standard output: a file a document in the folder named. */
const [folder = '.'] = process.argv.slice(2)
const fileOf = (name: string) => join(folder, `${name}.yjs`)
const server = new Server({
  port: 0,
  quiet: true,
  async onLoadDocument({ documentName, document }) {
    const held = await readFile(fileOf(documentName)).catch(() => undefined)
    if (held) applyUpdate(document, held)
  },
  async onStoreDocument({ documentName, document }) {
    await writeFile(fileOf(documentName), encodeStateAsUpdate(document))
  },
})
await server.listen()
console.log(server.address.port)
