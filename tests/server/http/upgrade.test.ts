import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { closeCodes } from '../../../src/sync/close-codes.ts'
import { type SchoolServer, signIn, startSchool } from './school-server.ts'

let server: SchoolServer
beforeAll(async () => {
  server = await startSchool()
})
afterAll(() => server.stop())

/** What a socket's opening ends in: 'open', or the status that refused it. */
async function opening(path: string, origin?: string): Promise<string> {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}${path}`, ['parta'], origin ? { origin } : {})
  const outcome = await new Promise<string>((resolve) => {
    socket.on('open', () => resolve('open'))
    socket.on('error', ({ message }) => resolve(message))
  })
  socket.terminate()
  return outcome
}

describe('sockets', () => {
  it('open for our own pages and for programs', async () => {
    expect(await opening('/sync')).toBe('open')
    expect(await opening('/sync', server.url)).toBe('open')
  })

  it('stay shut for pages of others, and elsewhere', async () => {
    expect(await opening('/sync', 'https://example.org')).toContain('403')
    expect(await opening('/sync', `http://127.0.0.1:${server.port + 1}`)).toContain('403')
    expect(await opening('/sync', 'null')).toContain('403')
    expect(await opening('/elsewhere')).toContain('404')
  })

  it('survive a peer that vanishes in the middle of the handshake', async () => {
    const socket = connect(server.port, '127.0.0.1')
    await once(socket, 'connect')
    socket.write('GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    socket.resetAndDestroy()
    expect((await server.ask('/api/school')).status).toBe(200)
  })

  it('close when the device is revoked', async () => {
    const { access, device } = await signIn(server, 'revoked', 't1')
    const { access: other } = (
      await server.ask('/api/sign-in', {
        login: 'revoked',
        password: 'снег и луна',
        device: { name: 'Второй' },
      })
    ).json
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/sync/school`, ['parta', `ticket.${access}`])
    await once(socket, 'message')
    const closed = once(socket, 'close')
    expect((await server.ask('/api/devices/revoke', { device }, String(other))).status).toBe(204)
    expect((await closed)[0]).toBe(closeCodes.revoked)
  })
})
