import * as v from 'valibot'
import type { ShareAnswer, ShareForRelay } from '../device/online-key.ts'
import type { AccountClient, Answer } from './account-client.ts'

/** How the school stands to a device, as a locked one may learn it. */
export const deviceAnswer = v.object({
  standing: v.picklist([
    'known',
    /** The account was closed: what waits may still be delivered, then the device wipes itself. */
    'closed',
    /** The office forgot this device: the same. */
    'forgotten',
    /** The relay keeps nothing under this ticket. */
    'unknown',
  ]),
})
export type DeviceAnswer = v.InferOutput<typeof deviceAnswer>
export type Standing = DeviceAnswer['standing']

/** How the school stands to the device that holds a ticket; undefined without an answer. */
export async function standingOf(account: AccountClient, ticket: string): Promise<Standing | undefined> {
  const answer = await account.ask(deviceAnswer, '/api/device/standing', { body: { ticket } })
  return answer.ok ? answer.value.standing : undefined
}

/** Hands the relay its share of this device's key. */
export function keepShare(
  account: AccountClient,
  access: string,
  kept: ShareForRelay,
): Promise<Answer<unknown>> {
  return account.ask(v.unknown(), '/api/device/share', { access, body: kept })
}

/** Asks for the relay's share by the PIN's proof. */
export async function openShare(account: AccountClient, ticket: string, proof: string): Promise<ShareAnswer> {
  const answer = await account.ask(v.object({ share: v.string() }), '/api/device/open', {
    body: { ticket, proof },
  })
  if (answer.ok) return { kind: 'share', share: answer.value.share }
  const { code, left = 0 } = answer.fault
  if (code === 'wrongCredentials') return { kind: 'wrong', left }
  return { kind: code === 'notFound' ? 'gone' : 'noLine' }
}
