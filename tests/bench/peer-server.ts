import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { WebSocketServer } from 'ws'
import { listen } from '../server/relay/test-relay.ts'

/**
 * The server of y-websocket 2 in a process of its own, port on standard output: documents in memory, or in LevelDB where
 * the variable YPERSISTENCE names a folder, as its own script does it.
 */
const say = console.log
// It says where it persists, on the line where the port is expected.
console.info = console.error
const { setupWSConnection } = createRequire(import.meta.url)('y-websocket-2/bin/utils') as {
  setupWSConnection: (socket: unknown, request: unknown) => void
}
const server = createServer()
new WebSocketServer({ server }).on('connection', setupWSConnection)
say(await listen(server))
