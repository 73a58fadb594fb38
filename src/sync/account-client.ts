import * as v from 'valibot'
import { type DeviceId, isDeviceId, isUserId, type UserId } from '../domain/ledger/ids.ts'
import { type OutboxKey, outboxKeySchema } from '../domain/ledger/outbox.ts'
import { type Came, type DateRange, type NamedDevice, send, signInPaths } from './question.ts'

export type { DateRange, NamedDevice }

/** Why the relay, or the way to it, said no. */
export type AccountFaultCode =
  | 'wrongCredentials'
  | 'codeUsed'
  | 'codeExpired'
  | 'weakPassword'
  | 'tooMany'
  | 'revoked'
  | 'notSignedIn'
  | 'malformed'
  | 'noRight'
  | 'notFound'
  /** Of the sign-in through ЕСИА: server/http/api-error.ts says what each means. */
  | 'notLinked'
  | 'linkedElsewhere'
  | 'startAgain'
  | 'declined'
  | 'providerDown'
  /** No answer at all. */
  | 'noLine'
  /** Something answered that is not the relay: a sign-in page of the school's network, a proxy, an old version. */
  | 'notTheRelay'
  /** The relay answered with a fault of its own. */
  | 'relayFault'

export interface AccountFault {
  code: AccountFaultCode
  /** Seconds until the next attempt makes sense. */
  retryAfter?: number | undefined
  /** Attempts left. */
  left?: number | undefined
  /** With `revoked`: a token that may only deliver what waits. */
  deliver?: string | undefined
}

export type Answer<T> = { ok: true; value: T } | { ok: false; fault: AccountFault }

const roles = v.array(v.picklist(['teacher', 'office']))
const whole = v.pipe(v.number(), v.safeInteger())
const userId = v.custom<UserId>((id) => typeof id === 'string' && isUserId(id))
const deviceId = v.custom<DeviceId>((id) => typeof id === 'string' && isDeviceId(id))
const tokenPair = { access: v.string(), accessExpires: whole, refresh: v.string() }

const schoolInfo = v.object({
  id: v.string(),
  name: v.string(),
  timezone: v.string(),
  demo: v.boolean(),
  /** ms that the app's clock runs ahead of the device's. */
  clockOffset: whole,
  /** Whoever has linked his account signs in through ЕСИА. */
  esia: v.optional(v.boolean()),
})
/** What a device keeps of a sign-in. */
export const signedIn = v.object({
  user: userId,
  device: deviceId,
  person: v.string(),
  name: v.string(),
  roles,
  /** The account follows pupils: it has a diary. */
  family: v.optional(v.boolean()),
  school: v.object({ id: v.string(), name: v.string() }),
  ...tokenPair,
  /** The diary that was asked for along (domain/diary/children.ts); only its app reads it. */
  diary: v.optional(v.unknown()),
})
const refreshed = v.object({ ...tokenPair, roles, name: v.string() })
const deviceList = v.object({
  devices: v.array(
    v.object({
      id: deviceId,
      name: v.string(),
      createdAt: whole,
      lastSeen: v.nullable(whole),
      current: v.boolean(),
    }),
  ),
})
export const boardLessonSchema = v.object({
  class: v.string(),
  subject: v.string(),
  group: v.optional(v.string()),
  date: v.string(),
  bell: whole,
  /** Of the lesson, where its journal has one. */
  key: v.optional(v.string()),
  teacher: v.string(),
  held: v.nullable(v.boolean()),
  cancelled: v.boolean(),
  roll: v.boolean(),
  topic: v.boolean(),
  homework: v.boolean(),
  marks: whole,
  absent: whole,
  late: whole,
  conflicts: whole,
  lastReceipt: v.nullable(whole),
})
const boardDelta = v.object({
  version: whole,
  date: v.string(),
  /** All lessons of the date, not only those that changed. */
  full: v.boolean(),
  lessons: v.array(boardLessonSchema),
})
const nothing = v.unknown()

export type SchoolInfo = v.InferOutput<typeof schoolInfo>
export type SignedIn = v.InferOutput<typeof signedIn>
export type Refreshed = v.InferOutput<typeof refreshed>
export type SignedInDevice = v.InferOutput<typeof deviceList>['devices'][number]
export type BoardLesson = v.InferOutput<typeof boardLessonSchema>
export type BoardDelta = v.InferOutput<typeof boardDelta>

const refusal = v.object({
  error: v.picklist([
    'wrongCredentials',
    'codeUsed',
    'codeExpired',
    'weakPassword',
    'tooMany',
    'revoked',
    'notSignedIn',
    'malformed',
    'noRight',
    'notFound',
    'notLinked',
    'linkedElsewhere',
    'startAgain',
    'declined',
    'providerDown',
  ]),
  retryAfter: v.optional(v.number()),
  left: v.optional(v.number()),
  deliver: v.optional(v.string()),
})

/** The relay's HTTP interface; never throws for what the line or the relay does. */
export class AccountClient {
  /** `origin`: '' for the page's own; `fetch`: the browser's. */
  constructor(
    private readonly origin: string,
    private readonly fetch: typeof globalThis.fetch,
  ) {}

  school(): Promise<Answer<SchoolInfo>> {
    return this.ask(schoolInfo, '/api/school')
  }

  /** Who answers a small question without a sign-in: the relay, something on the way, or nobody. */
  async whoAnswers(): Promise<'relay' | 'stranger' | 'nobody'> {
    const answer = await this.school()
    if (answer.ok) return 'relay'
    return answer.fault.code === 'notTheRelay' ? 'stranger' : 'nobody'
  }

  /** `diary`: the dates of the diary that is to come along. */
  firstSignIn(
    login: string,
    code: string,
    password: string,
    device: NamedDevice,
    diary?: DateRange,
  ): Promise<Answer<SignedIn>> {
    return this.ask(signedIn, signInPaths.first, { body: { login, code, password, device, diary } })
  }

  /** `diary`: the same. */
  signIn(login: string, password: string, device: NamedDevice, diary?: DateRange): Promise<Answer<SignedIn>> {
    return this.ask(signedIn, signInPaths.again, { body: { login, password, device, diary } })
  }

  refresh(refresh: string): Promise<Answer<Refreshed>> {
    return this.ask(refreshed, '/api/refresh', { body: { refresh } })
  }

  async devices(access: string): Promise<Answer<SignedInDevice[]>> {
    const answer = await this.ask(deviceList, '/api/devices', { access })
    return answer.ok ? { ok: true, value: answer.value.devices } : answer
  }

  revokeDevice(access: string, device: DeviceId): Promise<Answer<unknown>> {
    return this.ask(nothing, '/api/devices/revoke', { access, body: { device } })
  }

  renameDevice(access: string, device: DeviceId, name: string): Promise<Answer<unknown>> {
    return this.ask(nothing, '/api/devices/rename', { access, body: { device, name } })
  }

  /** What this device seals its outbox with. */
  outboxKey(access: string): Promise<Answer<OutboxKey>> {
    return this.ask(outboxKeySchema, '/api/outbox-key', { access })
  }

  signOut(access: string): Promise<Answer<unknown>> {
    return this.ask(nothing, '/api/sign-out', { access, body: {} })
  }

  changePassword(access: string, old: string, fresh: string): Promise<Answer<unknown>> {
    return this.ask(nothing, '/api/password', { access, body: { old, new: fresh } })
  }

  /** Lessons of a date that changed after version `since`; 0 asks for all. */
  board(access: string, date: string, since: number): Promise<Answer<BoardDelta>> {
    return this.ask(boardDelta, `/api/board?date=${encodeURIComponent(date)}&since=${since}`, { access })
  }

  /** Asks for something by its path; `body` makes it a POST. */
  async ask<S extends v.GenericSchema>(
    schema: S,
    path: string,
    { access, body }: { access?: string; body?: unknown } = {},
  ): Promise<Answer<v.InferOutput<S>>> {
    return readAnswer(schema, send(this.fetch, this.origin + path, { access, body }))
  }
}

/** The answer to a sign-in that was sent before who reads it was here. */
export function readSignedIn(came: Promise<Came>): Promise<Answer<SignedIn>> {
  return readAnswer(signedIn, came)
}

async function readAnswer<S extends v.GenericSchema>(
  schema: S,
  came: Promise<Came>,
): Promise<Answer<v.InferOutput<S>>> {
  // Nothing came: no network, no name, a cut line, patience gone; fetch tells no more.
  const response = await came.catch(() => undefined)
  if (!response) return { ok: false, fault: { code: 'noLine' } }
  const json = parseJson(response.text)
  // 304: as it was; for questions whose schema allows no answer.
  if ((response.ok && (json !== undefined || response.status === 204)) || response.status === 304) {
    const value = v.safeParse(schema, json)
    if (value.success) return { ok: true, value: value.output }
  }
  const refused = v.safeParse(refusal, json)
  if (!response.ok && refused.success) {
    const { error: code, ...details } = refused.output
    return { ok: false, fault: { code, ...details } }
  }
  return { ok: false, fault: { code: response.status >= 500 ? 'relayFault' : 'notTheRelay' } }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
