import { Attack } from '../server/hostile/attack.ts'

/** Attackers in a process of their own, so that they take nothing from the clients that are timed: port as argument. */
const attack = new Attack(Number(process.argv[2]))
attack.start()
process.once('SIGTERM', async () => {
  const { connections, bytesSent } = await attack.stop()
  process.stdout.write(`${JSON.stringify({ connections, bytesSent })}\n`, () => process.exit(0))
})
process.stdout.write('\n')
