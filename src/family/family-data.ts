import * as v from 'valibot'
import { applyDiary, type StoredDiary } from '../domain/diary/apply-diary.ts'
import { type ChildrenAnswer, childrenAnswer } from '../domain/diary/children.ts'
import { diaryAnswer, diaryDay, diaryHead } from '../domain/diary/diary.ts'
import type { Answer } from '../sync/account-client.ts'
import { aroundToday } from './around-today.ts'
import type { FamilySession } from './session.ts'
import type { Vault } from './vault.ts'

export type Child = ChildrenAnswer['children'][number]

/** `asking`: not heard yet; `fresh`: told by the relay; `stale`: it could not be asked; `signedOut`: it knows this phone no more. */
export type Line = 'asking' | 'fresh' | 'stale' | 'signedOut'

export interface FamilyState {
  children: readonly Child[]
  /** By `<pupil>,<year>`; those that were read from the phone or came since. */
  diaries: ReadonlyMap<string, StoredDiary>
  /** This year's diary as the family last took note of it, by pupil. */
  seen: ReadonlyMap<string, StoredDiary>
  line: Line
  /** When the relay last answered, ms since 1970; undefined: never. */
  heard: number | undefined
}

const storedDiary = v.object({ version: v.string(), head: diaryHead, days: v.array(diaryDay) })
/** Under which name the phone keeps a diary. */
export function diaryName(key: string): string {
  return `diary/${key}`
}

const names = {
  children: 'children',
  heard: 'heard',
  diary: diaryName,
  seen: (pupil: string) => `seen/${pupil}`,
}

/** The diary's key within the phone: this year's where none is told. */
export const diaryKey = (pupil: string, year: string) => `${pupil},${year}`

/**
 * What the family's phone knows: read from it at once, brought up to date when there is a line, kept sealed. Listeners
 * hear of every change.
 */
export class FamilyData {
  state: FamilyState = {
    children: [],
    diaries: new Map(),
    seen: new Map(),
    line: 'asking',
    heard: undefined,
  }
  private readonly listeners = new Set<() => void>()
  private syncing: Promise<void> | undefined

  constructor(
    private readonly vault: Vault,
    readonly session: FamilySession,
    /** What came with the sign-in: the relay need not be asked for it. */
    private came?: unknown,
    private readonly now: () => number = Date.now,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly get = (): FamilyState => this.state

  /** Reads what is on the phone; what does not parse was left by an older app and is asked for anew. */
  async load(): Promise<void> {
    const children = await this.kept(names.children, childrenAnswer)
    const heard = await this.kept(names.heard, v.number())
    this.change({ heard, children: children?.children ?? [] })
    await Promise.all(this.state.children.map(async (child) => this.loadChild(child)))
  }

  private async loadChild({ pupil, years }: Child): Promise<void> {
    const [year] = years
    if (year) await this.readDiary(pupil, year.id)
    const seen = await this.kept(names.seen(pupil), storedDiary)
    if (seen) this.change({ seen: new Map(this.state.seen).set(pupil, seen) })
  }

  /** Brings everything up to date; two at once are one. */
  sync(): Promise<void> {
    this.syncing ??= this.syncAll().finally(() => {
      this.syncing = undefined
    })
    return this.syncing
  }

  /** Shows a year's diary: what the phone has of it, then what the relay says. */
  async openYear(pupil: string, year: string): Promise<void> {
    await this.readDiary(pupil, year)
    await this.syncDiary(pupil, year)
  }

  /** The diary of a year as the phone has it. */
  async stored(pupil: string, year: string): Promise<StoredDiary | undefined> {
    await this.readDiary(pupil, year)
    return this.state.diaries.get(diaryKey(pupil, year))
  }

  /** Takes everything in a child's diary as seen. */
  async markSeen(pupil: string, year: string): Promise<void> {
    const diary = this.state.diaries.get(diaryKey(pupil, year))
    if (!diary) return
    this.change({ seen: new Map(this.state.seen).set(pupil, diary) })
    await this.vault.write(names.seen(pupil), diary)
  }

  private async syncAll(): Promise<void> {
    const answer = await this.askChildren()
    if (!answer.ok) {
      this.change({ line: answer.fault.code === 'notSignedIn' ? 'signedOut' : 'stale' })
      return
    }
    const { children, first } = answer.value
    for (const { pupil, years } of this.state.children)
      if (!children.some((child) => child.pupil === pupil)) await this.forget(pupil, years)
    this.change({ children })
    const part = first && applyDiary(undefined, first)
    const [child] = children
    if (part && child?.years[0]) this.show(diaryKey(child.pupil, child.years[0].id), part)
    await this.vault.write(names.children, { children })
    for (const { pupil, years } of children) if (years[0]) await this.syncDiary(pupil, years[0].id)
  }

  private async askChildren(): Promise<Answer<ChildrenAnswer>> {
    const came = v.safeParse(childrenAnswer, this.came)
    this.came = undefined
    if (came.success) return { ok: true, value: came.output }
    const isNew = this.state.heard === undefined
    const query = isNew ? `?${weeksAround(this.now())}` : ''
    return this.session.ask(childrenAnswer, `/api/family/children${query}`)
  }

  private async syncDiary(pupil: string, year: string): Promise<void> {
    const key = diaryKey(pupil, year)
    const stored = this.state.diaries.get(key)
    if (!stored) await this.peek(pupil, year)
    let diary = await this.ask(pupil, year, stored)
    // What goes on from another version than ours is asked for whole.
    if (diary === 'mismatch') diary = await this.ask(pupil, year, undefined)
    if (diary === 'noLine' || diary === 'mismatch') return this.change({ line: 'stale' })
    if (diary === 'noRight') return this.forget(pupil, [{ id: year }])
    if (diary !== stored) await this.vault.write(names.diary(key), diary)
    const heard = this.now()
    await this.vault.write(names.heard, heard)
    this.change({ diaries: new Map(this.state.diaries).set(key, diary), line: 'fresh', heard })
    // Of a diary that was never here before, all is new: that would be no news.
    if (!this.state.seen.has(pupil)) await this.markSeen(pupil, year)
  }

  /** Of a diary that was never here the weeks around today come first: a year takes seconds on an old phone's line. */
  private async peek(pupil: string, year: string): Promise<void> {
    const query = `year=${encodeURIComponent(year)}&${weeksAround(this.now())}`
    const answer = await this.session.ask(
      diaryAnswer,
      `/api/family/diary/${encodeURIComponent(pupil)}?${query}`,
    )
    const part = answer.ok ? applyDiary(undefined, answer.value) : undefined
    if (part) this.show(diaryKey(pupil, year), part)
  }

  private show(key: string, diary: StoredDiary): void {
    this.change({ diaries: new Map(this.state.diaries).set(key, diary) })
  }

  private async ask(
    pupil: string,
    year: string,
    stored: StoredDiary | undefined,
  ): Promise<StoredDiary | 'noLine' | 'noRight' | 'mismatch'> {
    const since = stored ? `&since=${encodeURIComponent(stored.version)}` : ''
    const path = `/api/family/diary/${encodeURIComponent(pupil)}?year=${encodeURIComponent(year)}${since}`
    const answer = await this.session.ask(v.optional(diaryAnswer), path)
    // Only the relay's own word takes a diary away: anything else is a line that does not carry.
    if (!answer.ok) return answer.fault.code === 'noRight' ? 'noRight' : 'noLine'
    if (!answer.value) return stored ?? 'noLine'
    return applyDiary(stored, answer.value) ?? 'mismatch'
  }

  private async forget(pupil: string, years: readonly { id: string }[]): Promise<void> {
    const diaries = new Map(this.state.diaries)
    for (const { id } of years) {
      diaries.delete(diaryKey(pupil, id))
      await this.vault.remove(names.diary(diaryKey(pupil, id)))
    }
    await this.vault.remove(names.seen(pupil))
    this.change({ diaries, children: this.state.children.filter((child) => child.pupil !== pupil) })
  }

  private async readDiary(pupil: string, year: string): Promise<void> {
    const key = diaryKey(pupil, year)
    if (this.state.diaries.has(key)) return
    const stored = await this.kept(names.diary(key), storedDiary)
    if (stored) this.change({ diaries: new Map(this.state.diaries).set(key, stored) })
  }

  private async kept<S extends v.GenericSchema>(
    name: string,
    schema: S,
  ): Promise<v.InferOutput<S> | undefined> {
    const found = v.safeParse(schema, await this.vault.read(name))
    return found.success ? found.output : undefined
  }

  private change(part: Partial<FamilyState>): void {
    this.state = { ...this.state, ...part }
    for (const listener of this.listeners) listener()
  }
}

const weeksAround = (now: number) => `${new URLSearchParams({ ...aroundToday(now) })}`
