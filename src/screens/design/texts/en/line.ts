import type { Texts } from '../ru.ts'
import { count } from './words.ts'

const days = (n: number) => count(n, { one: 'day', other: 'days' })
const hours = (n: number) => count(n, { one: 'hour', other: 'hours' })
const minutes = (n: number) => count(n, { one: 'minute', other: 'minutes' })

export const line: Texts['line'] = {
  https: 'Connected to the server: over HTTPS, the spare way',
  httpsHelp:
    'The network lets no usual connection through. Everything is sent and comes, only a little slower.',
  strangerTitle: 'The network answers instead of the school’s server',
  strangerHelp:
    'Most likely a Wi-Fi sign-in page: open it in the browser and sign in to the network. Entries are on the tablet and will leave by themselves.',
  clock: 'The tablet’s clock',
  clockRight: 'right',
  days,
  hours,
  minutes,
  ahead: (time) => `${time} ahead`,
  behind: (time) => `${time} behind`,
  clockTitle: (how) => `The tablet’s clock is ${how}`,
  clockHelp:
    'The lessons shown are not today’s. Set date and time in the tablet’s settings. Entries made are not lost, but will be marked. If the tablet is right, tell the administrator: the server’s clock is wrong.',
}
