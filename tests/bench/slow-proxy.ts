import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** Bytes of payload in a packet of a mobile line. */
const packet = 1_400

/**
 * A TCP proxy on this machine that holds every byte back as a long line would, all connections sharing the line, and
 * counts them. What it does not add is the round trip of TCP's own handshake: a real line costs each new connection one more.
 */
export class SlowProxy {
  /** Bytes of TCP payload from clients (up) and to them (down) since the last `reset`. */
  readonly bytes = { up: 0, down: 0 }
  private readonly sockets = new Set<Socket>()
  private lastByte = 0
  /** When the line is free for the next byte, each way. */
  private readonly free = { up: 0, down: 0 }

  private constructor(
    private readonly server: Server,
    private readonly delay: number,
    /** Bytes a second each way; undefined: as fast as they come. */
    private readonly speed: number | undefined,
  ) {}

  /** Listens on a free port and passes all on to `port`; `delay`: ms each way, `speed`: bytes a second each way. */
  static async start(port: number, delay: number, speed?: number): Promise<SlowProxy> {
    const server = createServer()
    const proxy = new SlowProxy(server, delay, speed)
    server.on('connection', (client) => proxy.take(client, connect(port, '127.0.0.1')))
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(0, '127.0.0.1', resolve)
    })
    return proxy
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  reset(): void {
    this.bytes.up = 0
    this.bytes.down = 0
  }

  /** Resolves when no byte has come for so many ms. */
  async still(time: number): Promise<void> {
    for (let left = time; left > 0; left = this.lastByte + time - performance.now())
      await new Promise((resolve) => setTimeout(resolve, left))
  }

  /** Cuts every connection, as a line that breaks does; new ones are taken. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy()
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve))
    this.cut()
    await closed
  }

  private take(client: Socket, relay: Socket): void {
    for (const socket of [client, relay]) {
      socket.setNoDelay(true)
      this.sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => this.sockets.delete(socket))
    }
    this.pass(client, relay, 'up')
    this.pass(relay, client, 'down')
  }

  /** Equal delays keep their order: Node's timers of one length fire as they were set. */
  private pass(from: Socket, to: Socket, way: 'up' | 'down'): void {
    const { free } = this
    from.on('data', (data: Buffer) => {
      this.bytes[way] += data.length
      this.lastByte = performance.now()
      for (let at = 0; at < data.length; at += packet) {
        const part = data.subarray(at, at + packet)
        // A packet is through when its last byte is; the next one queues behind it.
        free[way] =
          Math.max(free[way], this.lastByte) +
          (this.speed === undefined ? 0 : (part.length / this.speed) * 1000)
        setTimeout(() => to.writable && to.write(part), free[way] - this.lastByte + this.delay)
      }
    })
    from.on('close', () =>
      setTimeout(() => to.destroy(), Math.max(0, free[way] - performance.now()) + this.delay),
    )
  }
}
