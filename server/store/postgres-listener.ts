import pg from 'pg'

type Hear = (said: string | undefined) => void

/** After which pause a lost connection is tried again, and how often something may have been missed, ms. */
const redial = 1_000
const doubt = 5_000

/** A connection that hears notifications, for all who listen in this process; dials anew for as long as it is open. */
export class PostgresListener {
  private readonly channels = new Map<string, Set<Hear>>()
  private client: pg.Client | undefined
  private timer: NodeJS.Timeout | undefined
  private closed = false

  constructor(private readonly address: string) {}

  /** Resolves when it is heard from now on, with how to end it. */
  async listen(channel: string, hear: Hear): Promise<() => void> {
    await this.add(channel, hear)
    return () => this.channels.get(channel)?.delete(hear)
  }

  async close(): Promise<void> {
    this.closed = true
    clearInterval(this.timer)
    await this.client?.end()
  }

  private async add(channel: string, hear: Hear): Promise<void> {
    const known = this.channels.get(channel)
    if (known) known.add(hear)
    else this.channels.set(channel, new Set([hear]))
    if (this.timer) {
      if (!known) await this.client?.query(`LISTEN ${channel}`)
      return
    }
    this.timer = setInterval(() => this.tellAll(), doubt)
    this.timer.unref()
    await this.dial()
  }

  private async dial(): Promise<void> {
    const client = new pg.Client({ connectionString: this.address, keepAlive: true })
    this.client = client
    client.on('notification', ({ channel, payload }) => this.tell(channel, payload ?? ''))
    client.on('error', () => undefined)
    client.once('end', () => this.lost(client))
    await client.connect()
    for (const channel of this.channels.keys()) await client.query(`LISTEN ${channel}`)
  }

  private lost(client: pg.Client): void {
    if (this.closed || this.client !== client) return
    this.client = undefined
    const timer = setTimeout(() => {
      if (this.closed) return
      this.dial().then(
        () => this.tellAll(),
        () => this.client && this.lost(this.client),
      )
    }, redial)
    timer.unref()
  }

  private tell(channel: string, said: string | undefined): void {
    for (const hear of this.channels.get(channel) ?? []) hear(said)
  }

  private tellAll(): void {
    for (const channel of this.channels.keys()) this.tell(channel, undefined)
  }
}
