import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'

/** A line as a phone has it on EDGE. */
export interface LineProfile {
  /** bit/s each way. */
  rate: number
  /** One way, ms. */
  delay: number
  /** Share of packets that are lost, 0 to 1. */
  loss: number
  /** How long everything behind a lost packet waits for it to come again, ms. */
  stall: number
}

const packet = 1_400

/** Bytes between tablets and a server, as late as a slow line brings them; a connection may fall silent unnoticed. */
export class SlowLine {
  private readonly sockets = new Set<Socket>()
  private silent = new WeakSet<Socket>()
  /** Bytes swallowed by connections that had fallen silent. */
  swallowed = 0

  private constructor(
    private readonly server: Server,
    private readonly profile: LineProfile,
    /** 0 to 1, which packets are lost. */
    private readonly random: () => number,
  ) {}

  static async before(target: number, profile: LineProfile, random: () => number): Promise<SlowLine> {
    const server = createServer()
    const line = new SlowLine(server, profile, random)
    server.on('connection', (near) => {
      const far = connect(target, '127.0.0.1')
      line.pass(near, far)
      line.pass(far, near)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return line
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }

  /** All connections that stand become half-open: nothing passes any more, and neither side is told. */
  fallSilent(): void {
    this.silent = new WeakSet(this.sockets)
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy()
    await new Promise((resolve) => this.server.close(resolve))
  }

  private pass(from: Socket, to: Socket): void {
    const { rate, delay, loss, stall } = this.profile
    const queue: { at: number; chunk: Buffer }[] = []
    let free = 0
    const pump = () => {
      while (queue[0] && queue[0].at <= Date.now()) {
        const { chunk } = queue.shift()!
        if (this.silent.has(from)) this.swallowed += chunk.length
        else to.write(chunk)
      }
      if (queue[0]) setTimeout(pump, Math.max(1, queue[0].at - Date.now()))
    }
    this.sockets.add(from)
    from.on('data', (chunk: Buffer) => {
      const lost = Array.from({ length: Math.ceil(chunk.length / packet) }, this.random).filter(
        (chance) => chance < loss,
      )
      free = Math.max(free, Date.now()) + (chunk.length * 8_000) / rate + lost.length * stall
      queue.push({ at: free + delay, chunk })
      if (queue.length === 1) setTimeout(pump, queue[0]!.at - Date.now())
    })
    from.on('error', () => from.destroy())
    from.on('close', () => {
      this.sockets.delete(from)
      if (!this.silent.has(from)) to.destroy()
    })
  }
}
