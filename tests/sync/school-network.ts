import {
  request as ask,
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { listen } from '../server/relay/test-relay.ts'

/** What a school's network makes of requests to the server. */
export type Weather =
  | 'clear'
  /** WebSockets are answered by the filter: no such thing. */
  | 'refusesSockets'
  /** WebSockets are opened, and nothing ever passes. */
  | 'swallowsSockets'
  /** WebSockets live for a moment. */
  | 'cutsSockets'
  /** Everything is answered by the page on which one signs in to the network. */
  | 'signInPage'
  /** Everything is sent on to that page, which lies elsewhere. */
  | 'redirects'
  /** Nobody answers; connections are cut. */
  | 'down'

const page = '<!doctype html><title>Wi-Fi</title><h1>Войдите в сеть</h1>'
const elsewhere = 'http://login.wifi.example/'

/** A filtering proxy between tablets and a server. */
export class SchoolNetwork {
  weather: Weather = 'clear'
  /** Requests by path, sockets as `upgrade`, since the start. */
  readonly seen: string[] = []
  private readonly sockets = new Set<Duplex>()

  private constructor(
    private readonly server: Server,
    readonly port: number,
    private readonly target: number,
  ) {}

  static async before(target: number): Promise<SchoolNetwork> {
    const server = createServer()
    const network = new SchoolNetwork(server, await listen(server), target)
    server.on('request', (request, response) => network.pass(request, response))
    server.on('upgrade', (request, socket, head) => network.upgrade(request, socket, head))
    server.on('connection', (socket) => network.keep(socket))
    return network
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** Another weather; whatever connections there were are cut. */
  turn(weather: Weather): void {
    this.weather = weather
    for (const socket of this.sockets) socket.destroy()
  }

  async stop(): Promise<void> {
    this.turn('down')
    await new Promise((resolve) => this.server.close(resolve))
  }

  private keep(socket: Duplex): void {
    this.sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => this.sockets.delete(socket))
    if (this.weather === 'down') socket.destroy()
  }

  private pass(request: IncomingMessage, response: ServerResponse): void {
    const path = (request.url ?? '').split('?')[0]!
    this.seen.push(path)
    if (this.weather === 'signInPage') {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(page)
      return
    }
    if (this.weather === 'redirects') {
      response.writeHead(302, { location: elsewhere }).end()
      return
    }
    const { method, headers } = request
    const onward = ask(
      { host: '127.0.0.1', port: this.target, path: request.url, method, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    onward.on('error', () => response.destroy())
    response.on('close', () => onward.destroy())
    request.pipe(onward)
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.seen.push('upgrade')
    if (this.weather === 'signInPage') {
      socket.end(`HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n${page}`)
      return
    }
    if (this.weather === 'redirects') {
      socket.end(`HTTP/1.1 302 Found\r\nLocation: ${elsewhere}\r\nConnection: close\r\n\r\n`)
      return
    }
    if (this.weather === 'refusesSockets') {
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    const onward = connect(this.target, '127.0.0.1')
    this.keep(onward)
    onward.write(`${request.method} ${request.url} HTTP/1.1\r\n`)
    for (let i = 0; i < request.rawHeaders.length; i += 2)
      onward.write(`${request.rawHeaders[i]}: ${request.rawHeaders[i + 1]}\r\n`)
    onward.write('\r\n')
    onward.write(head)
    if (this.weather === 'clear') socket.pipe(onward).pipe(socket)
    else
      onward.once('data', (answer: Buffer) => {
        // The handshake, and no frame.
        socket.write(answer.subarray(0, answer.indexOf('\r\n\r\n') + 4))
        if (this.weather === 'cutsSockets') socket.destroy()
      })
    socket.on('close', () => onward.destroy())
    onward.on('close', () => socket.destroy())
  }
}
