import { pino } from 'pino'

/** Structured logs go to stderr: stdout is for people. */
const stderr = 2

/** The server's log. Nothing in it names people: see request-log.ts and the relay's. */
export function serverLog(level: 'info' | 'warn') {
  return pino({ level, base: null }, pino.destination({ dest: stderr, sync: false }))
}

/** Of commands that end at once: only what went wrong. */
export const commandLog = pino({ level: 'warn', base: null }, pino.destination({ dest: stderr, sync: true }))
