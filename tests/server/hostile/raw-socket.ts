import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
import { encodeFrame, protocolVersion } from '../../../src/sync/frames.ts'

export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const

/** One frame of a WebSocket client, masked as RFC 6455 wants it. */
export function clientFrame(opcode: number, payload: Uint8Array, final = true): Buffer {
  const length = payload.length
  const head =
    length < 126
      ? Buffer.from([0x80 | length])
      : length < 65_536
        ? Buffer.from([0x80 | 126, length >> 8, length & 255])
        : Buffer.concat([Buffer.from([0x80 | 127, 0, 0, 0, 0]), uint32(length)])
  const mask = randomBytes(4)
  const masked = Buffer.from(payload.map((byte, index) => byte ^ mask[index & 3]!))
  return Buffer.concat([Buffer.from([(final ? 0x80 : 0) | opcode]), head, mask, masked])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** The first frame of the app. */
export function hello(token: string, tab = 'raw'): Uint8Array {
  return encodeFrame(
    { generation: 0, channel: 0 },
    { kind: 'hello', protocol: protocolVersion, app: '0.1.0', token, tab, incarnation: '' },
  )
}

/** A TCP connection under the attacker's full control; it keeps every byte that it was sent. */
export class RawSocket {
  private readonly chunks: Buffer[] = []
  /** Settles when the other side has ended the connection. */
  readonly ended: Promise<void>

  private constructor(readonly socket: Socket) {
    socket.on('data', (chunk) => this.chunks.push(chunk))
    socket.on('error', () => socket.destroy())
    this.ended = new Promise((resolve) => socket.once('close', () => resolve()))
  }

  static async connect(port: number, host = '127.0.0.1'): Promise<RawSocket> {
    const socket = connect(port, host)
    await new Promise((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('error', reject)
    })
    return new RawSocket(socket)
  }

  /** Connects and asks for a WebSocket; resolves when the relay has agreed. */
  static async upgraded(port: number, path = '/sync'): Promise<RawSocket> {
    const raw = await RawSocket.connect(port)
    raw.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    )
    await raw.until((text) => text.includes('\r\n\r\n'))
    return raw
  }

  /** Sends a request as it stands and returns all that is answered until the server closes. */
  static async ask(port: number, request: string): Promise<string> {
    const raw = await RawSocket.connect(port)
    raw.write(request)
    await raw.ended
    return raw.text()
  }

  write(bytes: Uint8Array | string): void {
    if (!this.socket.destroyed) this.socket.write(bytes)
  }

  /** What was received so far, each byte as one letter. */
  text(): string {
    return Buffer.concat(this.chunks).toString('latin1')
  }

  bytes(): Buffer {
    return Buffer.concat(this.chunks)
  }

  async until(condition: (text: string) => boolean): Promise<void> {
    while (!condition(this.text())) {
      if (this.socket.destroyed) throw new Error(`closed after ${this.text()}`)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }

  /** The WebSocket frames received: opcode and payload. */
  frames(): { opcode: number; payload: Buffer }[] {
    const all = this.bytes()
    let at = all.indexOf('\r\n\r\n') + 4
    const frames: { opcode: number; payload: Buffer }[] = []
    while (at + 2 <= all.length) {
      let length = all[at + 1]! & 127
      let head = 2
      if (length === 126) [length, head] = [all.readUInt16BE(at + 2), 4]
      else if (length === 127) [length, head] = [all.readUInt32BE(at + 6), 10]
      if (at + head + length > all.length) break
      frames.push({ opcode: all[at]! & 15, payload: all.subarray(at + head, at + head + length) })
      at += head + length
    }
    return frames
  }

  /** The code of the close frame received. */
  closeCode(): number | undefined {
    return this.frames()
      .find(({ opcode }) => opcode === opcodes.close)
      ?.payload.readUInt16BE(0)
  }

  destroy(): void {
    this.socket.destroy()
  }
}
