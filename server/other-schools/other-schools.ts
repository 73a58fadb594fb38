import * as v from 'valibot'
import type { DeviceId, UserId } from '../../src/domain/ledger/ids.ts'
import type { SchoolLinkState } from '../../src/sync/other-school-answers.ts'
import type { Account } from '../accounts/account-store.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { SchoolLink } from '../accounts/school-links.ts'
import { randomToken, tokenHash } from '../accounts/secrets.ts'
import type { SignInOutcome, SignInRefusal, TypedDevice } from '../accounts/sign-in.ts'
import type { Caller } from '../accounts/tokens.ts'
import { type Door, type Doors, mayLink } from './door.ts'

/** Why nobody went to another school, or came from it. */
export type OtherSchoolFault =
  /** No school under that name, or nothing linked to it. */
  | 'notFound'
  /** Not of an account of this kind. */
  | 'noRight'
  /** The code is used, late, or not for this. */
  | 'startAgain'
  /** The link was undone on either side. */
  | 'notLinked'
type Failed = { ok: false; error: OtherSchoolFault } | SignInRefusal
const failed = (error: OtherSchoolFault) => ({ ok: false, error }) as const

/** Where a browser goes, and the code that it brings there. */
export interface Going {
  ok: true
  host: string
  code: string
}

/** What a code carries of who asks to be linked; `page`: hash of the secret that his page keeps. */
const asking = v.object({
  host: v.string(),
  asked: v.string(),
  page: v.string(),
})
const accepted = v.object({ host: v.string(), page: v.string() })
const coming = v.object({ device: v.custom<DeviceId>((id) => typeof id === 'string') })

/**
 * One sign-in for who works in two schools of a database. Linking: `begin` at A, with A's password; `asked` and `accept`
 * at B, with B's; `finish` at A, by the page that began. So whoever sends somebody else's browser a code of his own, or
 * brings a stolen one, ends with nothing. From then on `open` at the one makes a code with which `enter` at the other
 * signs in. Codes go in fragments, which browsers send to nobody; each is kept hashed where it is to be brought.
 */
export class OtherSchools {
  private readonly far: NonNullable<Accounts['farSchools']>

  constructor(
    readonly door: Door,
    private readonly accounts: Accounts,
    private readonly doors: Doors,
  ) {
    this.far = accounts.farSchools!
  }

  /** Whether there is another school at all. */
  offered(): Promise<boolean> {
    return this.doors.several()
  }

  /** Who signed in here asks the school under a host to be linked. A host that no school has counts as a guess. */
  async begin(
    account: Account,
    typed: { host: string; password: string; address: string },
    own: string,
  ): Promise<(Going & { secret: string }) | Failed> {
    if (!mayLink(account)) return failed('noRight')
    let door: Door | undefined
    const confirmed = await this.accounts.signIn.confirm(account, typed, async () => {
      door = await this.doors.at(typed.host)
      return door !== undefined && door.id !== this.door.id
    })
    if (!confirmed.ok) return confirmed
    const [code, secret] = [randomToken(32), randomToken(32)]
    const value = { host: own, asked: typed.host, page: tokenHash(secret) }
    await door!.leave(code, { kind: 'link', far: this.me(account.user), user: null, value })
    return { ok: true, host: typed.host, code, secret }
  }

  /** Who asks to be linked. */
  async asked(code: string): Promise<{ ok: true; name: string; school: string } | Failed> {
    const left = await this.far.codes.find('link', code)
    const door = left && (await this.doors.to(left.far.school))
    const name = await door?.nameOf(left!.far.user)
    if (!door || !name) return failed('startAgain')
    return { ok: true, name, school: door.name() }
  }

  /** Whoever proves to be somebody here lets who asks be linked; the browser goes back with what this gives. */
  async accept(
    code: string,
    typed: { login: string; password: string; address: string },
  ): Promise<Going | Failed> {
    const { codes } = this.far
    if (!(await codes.find('link', code))) return failed('startAgain')
    const proved = await this.accounts.signIn.prove(typed)
    if (!proved.ok) return proved
    if (!mayLink(proved.account)) return failed('noRight')
    const left = await codes.take('link', code)
    const door = left && (await this.doors.to(left.far.school))
    if (!door) return failed('startAgain')
    const { host, asked, page } = v.parse(asking, left.value)
    const back = randomToken(32)
    const { user } = proved.account
    await codes.leave(back, { kind: 'accepted', far: left.far, user, value: {} })
    const value = { host: asked, page }
    await door.leave(back, { kind: 'linked', far: this.me(user), user: left.far.user, value })
    return { ok: true, host, code: back }
  }

  /** The page that began is back: both schools keep the link. */
  async finish({ user }: Account, code: string, secret: string, own: string): Promise<{ ok: true } | Failed> {
    const left = await this.far.codes.take('linked', code)
    if (!left || left.user !== user) return failed('startAgain')
    const { host, page } = v.parse(accepted, left.value)
    const door = page === tokenHash(secret) ? await this.doors.to(left.far.school) : undefined
    if (!door) return failed('startAgain')
    const there = { user: left.far.user, far: this.me(user), host: own, name: this.door.name() }
    const here = { user, far: left.far, host, name: door.name() }
    if (!(await door.link(code, there)) || !(await this.accounts.linkSchool(here)))
      return failed('startAgain')
    return { ok: true }
  }

  /** Links of an account, each with how it stands. */
  async list(
    user: UserId,
  ): Promise<{ school: string; name: string; host: string; state: SchoolLinkState }[]> {
    const links = await this.far.links.of(user)
    return Promise.all(
      links.map(async (link) => {
        const { school } = link.far
        const said = { school, name: link.name, host: link.host }
        // A school that can't be opened now keeps nobody from the others.
        const door = await this.doors.to(school).catch(() => null)
        if (!door) return { ...said, state: door === null ? ('away' as const) : ('undone' as const) }
        const state = await door.standing(link.far.user, this.me(user))
        return { ...said, name: door.name() || link.name, host: await this.hostOf(link), state }
      }),
    )
  }

  /** Makes the code with which who is signed in here comes in at the other school. */
  async open({ account, device }: Caller, school: string): Promise<Going | Failed> {
    const { user } = account
    const link = await this.far.links.find(user, school)
    const door = link && (await this.doors.to(school))
    if (!door) return failed('notFound')
    const standing = mayLink(account) ? await door.standing(link.far.user, this.me(user)) : 'undone'
    if (standing !== 'opens') return failed(standing === 'office' ? 'noRight' : 'notLinked')
    const code = randomToken(32)
    await door.leave(code, { kind: 'open', far: this.me(user), user: link.far.user, value: { device } })
    await this.accounts.note('schoolOpened', user, device)
    return { ok: true, host: await this.hostOf(link), code }
  }

  /** Signs in whom another school sends; `here`: people of this device, one of whom opens it by his PIN instead. */
  async enter(
    code: string,
    device: TypedDevice,
    here: readonly string[],
  ): Promise<SignInOutcome | { ok: true; here: UserId } | Failed> {
    const left = await this.far.codes.take('open', code)
    if (!left?.user) return failed('startAgain')
    const { user, far } = left
    const standing = await this.door.standing(user, far)
    if (standing === 'office') return failed('noRight')
    const door = standing === 'opens' ? await this.doors.to(far.school) : undefined
    const from = v.parse(coming, left.value)
    if (!(await door?.vouches(far.user, from.device, this.me(user)))) return failed('notLinked')
    if (here.includes(user)) return { ok: true, here: user }
    return this.accounts.signIn.fromSchool(user, device)
  }

  /** Takes this side of a link away, after which it does not stand. False where there is none. */
  unlink(user: UserId, school: string): Promise<boolean> {
    return this.accounts.unlinkSchool(user, school)
  }

  private me(user: UserId) {
    return { school: this.door.id, user }
  }

  /** The host it was linked under, while that is the school's. */
  private async hostOf({ far, host }: SchoolLink): Promise<string> {
    const hosts = await this.doors.hosts(far.school)
    return hosts.includes(host) ? host : (hosts[0] ?? host)
  }
}
