import { createServer } from 'vite'
import { openDemo } from './demo.ts'
import { serverLog } from './log.ts'
import { readOptions } from './options.ts'
import { placeOf } from './place.ts'
import { greeting, readServerOptions, serverOptions } from './serve.ts'
import { startServer, untilStopped } from './server.ts'

/**
 * `npm run dev`: the relay with a demo school, and the app straight from its sources, which asks the relay through the
 * same address. Takes --data and --port (the relay's) like `demo`.
 */
const given = readOptions(process.argv.slice(2), serverOptions)
const log = serverLog('warn')
const school = await openDemo(placeOf(given), log, true)
const { port } = readServerOptions(given)
const lines = await greeting(school)
const relay = await startServer(school, { port, log })
const app = await createServer({
  server: { proxy: { '/api': relay.url, '/sync': { target: relay.url, ws: true } } },
})
await app.listen()
for (const line of lines) console.log(line)
app.printUrls()
await untilStopped({
  url: relay.url,
  stop: async () => {
    await app.close()
    await relay.stop()
  },
})
