import { statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Delivery } from '../../../server/delivery/delivery.ts'
import { lookupPublic } from '../../../server/delivery/public-address.ts'
import { Push } from '../../../server/delivery/push.ts'
import { loadPushKey, pushKeyFile } from '../../../server/delivery/push-key.ts'
import { sealPush } from '../../../server/delivery/push-sealing.ts'
import { Families } from '../../../server/families/families.ts'
import { entity, familyDocument } from '../../../src/domain/ledger/documents.ts'
import type { DeviceId, UserId } from '../../../src/domain/ledger/ids.ts'
import { addDays } from '../../../src/domain/policy/policy.ts'
import { readFamily } from '../../../src/domain/school/family-view.ts'
import { signInFamily, startFamilySchool } from '../families/family-school.ts'
import { imported, signIn } from '../http/school-server.ts'
import { until } from '../relay/test-device.ts'
import { PhoneKeys, type PushService, startPushService, vapidClaims } from './push-service.ts'

let server: Awaited<ReturnType<typeof startFamilySchool>>
let service: PushService
let delivery: Delivery
let push: Push
let mother: string
const phone = new PhoneKeys()
const log = { warn: () => undefined, error: (fields: object) => expect(fields).toBeUndefined() }

beforeAll(async () => {
  server = await startFamilySchool(true)
  service = await startPushService()
  const { relay, accounts, tables, dataFolder } = server.school
  const families = new Families(relay, accounts)
  const key = loadPushKey(dataFolder)
  push = new Push(accounts, tables, { key, contact: 'mailto:a@school.example', inner: true, now: Date.now })
  const waits = [20, 20]
  delivery = new Delivery({ relay, families, tables, now: Date.now, log, push, waits })
  mother = (await signInFamily(server, 'mother', [['p1', 'g1']])).access
  await relay.record(familyDocument('p1'), [
    imported([
      { entity: entity.consent('g1', 'notices'), attribute: 'consent', value: { given: server.today } },
    ]),
  ])
})
afterAll(async () => {
  await delivery.stop()
  await service.stop()
  await server.stop()
})

const subscribe = (endpoint: string, access = mother, keys: object = phone.keys) =>
  server.ask('/api/family/push', { endpoint, keys }, access)
let ask = 0
async function asks(): Promise<string> {
  const from = addDays(server.today, -10 - ++ask)
  const value = { from, to: server.today, how: 'push' }
  await server.school.relay.record(familyDocument('p1'), [
    {
      writer: { user: 'teach' as UserId, device: 'dev1' as DeviceId, as: 'classTeacher' },
      entries: [{ entity: entity.informed('p1', from, server.today), attribute: 'informed.asked', value }],
    },
  ])
  return from
}
const family = async () => readFamily(await server.school.relay.foldOf(familyDocument('p1')), 'p1')
const informed = async (from: string) => (await family()).informed.find((one) => one.from === from)
const failed = async (from: string) => (await family()).sendings.find((one) => one.from === from)?.failed

describe('a message to the phone', () => {
  it('is sealed as RFC 8291 shows in its example', () => {
    const bytes = (text: string) => Buffer.from(text, 'base64url')
    const auth = 'BTBZMqHH6r4Tts7J_aSIgg'
    const sealed = sealPush(
      'When I grow up, I want to be a watermelon',
      new PhoneKeys('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94', auth).keys,
      bytes('DGv6ra1nlYgDCS1FRnbzlw'),
      bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'),
    )
    expect(sealed.toString('base64url')).toBe(
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
    )
  })

  it('says that there is news and no more, under the school’s own key; the register says it was told', async () => {
    const none = await asks()
    await until(async () => (await failed(none)) === 'noAddress')
    expect((await server.ask('/api/family/push', undefined, mother)).json).toEqual({
      key: push.publicKey,
      on: false,
    })
    expect((await subscribe(`${service.origin}/one`)).status).toBe(204)
    expect((await server.ask('/api/family/push', undefined, mother)).json).toMatchObject({ on: true })
    const from = await asks()
    await until(async () => (await informed(from)) !== undefined)
    const [{ path, body, headers }] = service.received as [PushService['received'][number]]
    expect([path, phone.open(body)]).toEqual(['/one', '{"news":true}'])
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400' })
    const { key, claims } = vapidClaims(String(headers.authorization))
    expect(key).toBe(push.publicKey)
    expect(claims).toMatchObject({ aud: service.origin, sub: 'mailto:a@school.example' })
    expect(await informed(from)).toMatchObject({ how: 'push', note: 'Белова Мария' })
    // Made once, for the server's own eyes.
    expect(loadPushKey(server.school.dataFolder).publicKey).toBe(key)
    expect(statSync(join(server.school.dataFolder, pushKeyFile)).mode & 0o777).toBe(0o600)
  })

  it('is tried again while the push service is busy; a phone that is gone is forgotten', async () => {
    const before = service.received.length
    service.answers.push(503, 429)
    const from = await asks()
    await until(async () => (await informed(from)) !== undefined)
    expect(service.received.length - before).toBe(3)
    service.answers.push(410)
    const gone = await asks()
    await until(async () => (await failed(gone)) === 'refused')
    expect((await server.ask('/api/family/push', undefined, mother)).json).toMatchObject({ on: false })
  })

  it('goes to nobody who has signed out or switched it off', async () => {
    await subscribe(`${service.origin}/two`)
    await server.ask('/api/family/push/off', {}, mother)
    expect(await push.reaches('p1', 'g1')).toBe(false)
    const { access } = await signInFamily(server, 'mother2', [['p1', 'g1']])
    await subscribe(`${service.origin}/three`, access)
    expect(await push.reaches('p1', 'g1')).toBe(true)
    await server.ask('/api/sign-out', {}, access)
    expect(await push.reaches('p1', 'g1')).toBe(false)
  })
})

describe('a subscription', () => {
  it('is a family’s alone, with keys that are keys', async () => {
    const { access } = await signIn(server, 'teacher', 't1')
    expect((await subscribe(`${service.origin}/x`, access)).status).toBe(403)
    const { access: again } = await signInFamily(server, 'mother3', [['p1', 'g1']])
    for (const keys of [{}, { ...phone.keys, auth: 'AAAA' }, { ...phone.keys, p256dh: 'A'.repeat(80) }])
      expect((await subscribe(`${service.origin}/x`, again, keys)).status).toBe(400)
  })

  it('never makes the server call itself, its neighbours or a port of somebody’s choice', async () => {
    const { accounts, tables, dataFolder } = server.school
    const key = loadPushKey(dataFolder)
    const outer = new Push(accounts, tables, { key, contact: undefined, inner: false, now: Date.now })
    for (const endpoint of [
      'http://push.example/x',
      'https://localhost/x',
      'https://127.0.0.1/x',
      'https://2130706433/x',
      'https://10.1.2.3/x',
      'https://192.168.0.1/x',
      'https://169.254.169.254/x',
      'https://[::1]/x',
      'https://[::ffff:10.0.0.1]/x',
      'https://[fd00::1]/x',
      'https://push.example:8443/x',
      'https://user:word@push.example/x',
      'file:///etc/passwd',
    ])
      expect([endpoint, outer.isAllowed(endpoint)]).toEqual([endpoint, false])
    expect(outer.isAllowed('https://push.example/x')).toBe(true)
    // A name that points inside is found out when it is looked up.
    const error = await new Promise((resolve) => lookupPublic('localhost', {}, resolve))
    expect(String(error)).toContain('no public address')
  })
})
