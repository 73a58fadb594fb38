import type { Texts } from '../ru.ts'
import { entries } from './words.ts'

export const requests: Texts['requests'] = {
  group: (n) => `The period was locked: ${entries(n)}`,
  ask: 'Ask to open the period',
  text: 'Why the correction is needed',
  textHelp: 'The deputy head sees the request as soon as it reaches the server.',
  send: 'Send the request',
  cancel: 'Cancel',
  waits: 'The deputy head has the request and has not answered yet.',
  yours: (text) => `You wrote: “${text}”`,
  openUntil: (day) => `Open for you until ${day}.`,
  open: 'The period is open, it can be written.',
  ended: (day) => `It was open until ${day}; that is over. You can ask again.`,
  refused: (why) => (why ? `Refused: ${why}` : 'Refused.'),
  granted: 'The deputy head agrees. The permission has not reached this tablet yet.',
  askAgain: 'Ask again',
  rewrite: (n) => `Write again: ${entries(n)}`,
  stands: 'The journal says the same already, there is nothing to write again.',
}
