import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Diary, DiaryAnswer, DiaryLesson } from '../../src/domain/diary/diary.ts'
import { foldDiary } from '../../src/domain/diary/fold-diary.ts'
import type { ClassView } from '../../src/domain/school/class-view.ts'
import { classesByArrival } from '../../src/domain/school/following.ts'
import type { Relay } from '../relay/relay.ts'
import { DiaryClasses } from './diary-classes.ts'

/** A diary as it is kept: packed, with digests of its parts. */
export interface FoldedDiary {
  year: string
  headDigest: string
  /** Digests of the days by date. */
  days: ReadonlyMap<string, string>
  /** Hashes of the files that hang on its homework. */
  files: ReadonlySet<string>
  /** The whole of it as an answer: gzipped JSON. */
  packed: Buffer
}

/** Which part of a diary is asked for; an absent field means all. */
export interface DiaryRange {
  /** Dates, both included. */
  from?: string | undefined
  to?: string | undefined
}

interface Job {
  pupil: string
  year: string
  /** Classes of the year that the pupil was in, the last one at the end. */
  classes: string[]
  done: Promise<FoldedDiary>
  resolve: (diary: FoldedDiary) => void
  reject: (error: unknown) => void
}

/** Versions of a diary that what is newer can be told from. */
const versionsKept = 6
/** Questions (a pupil, a year, a range) whose versions are remembered, and diaries kept: some 15 KB each. */
const questionsKept = 3_000
const diariesKept = 3_000
/** Letters of a digest: 72 bits. */
const digestLength = 12

/**
 * Diaries of the pupils, folded when asked for and again only after something that may change them: what one pupil is
 * given does not touch the diaries of the others.
 */
export class Diaries {
  readonly classes: DiaryClasses
  private readonly folded = new Map<string, { stamp: string; diary: FoldedDiary }>()
  private readonly jobs = new Map<string, Job>()
  /** By pupil, year and range: digests of the parts of the versions told last, by version. */
  private readonly told = new Map<string, Map<string, string>>()
  private work: Promise<void> | undefined
  private stopped = false

  constructor(private readonly relay: Relay) {
    this.classes = new DiaryClasses(relay)
  }

  /** School years in which a pupil was in some class, the latest first, with the class he was in last. */
  async years(pupil: string): Promise<{ id: string; class: string }[]> {
    const school = await this.classes.school()
    const years: { id: string; class: string }[] = []
    for (const { id } of [...school.years].reverse()) {
      const last = (await this.classesIn(pupil, id)).at(-1)
      if (last !== undefined) years.push({ id, class: last })
    }
    return years
  }

  /** The diary of a year; undefined where the pupil was in no class then. */
  async diary(pupil: string, year: string): Promise<FoldedDiary | undefined> {
    const classes = await this.classesIn(pupil, year)
    if (classes.length === 0) return undefined
    const key = `${year} ${pupil}`
    const known = this.folded.get(key)
    if (known && known.stamp === this.classes.stampOf(pupil, classes)) return known.diary
    const job = this.jobs.get(key) ?? newJob(pupil, year, classes)
    this.jobs.set(key, job)
    this.work ??= this.foldWaiting().finally(() => {
      this.work = undefined
    })
    return job.done
  }

  /** The version of a part of a diary. */
  version(diary: FoldedDiary, range: DiaryRange): string {
    return digest(partsOf(diary, range))
  }

  /** A part of a diary, or what of it is newer than the asker's version. */
  async answer(
    pupil: string,
    diary: FoldedDiary,
    range: DiaryRange,
    since: string | undefined,
  ): Promise<DiaryAnswer> {
    const parts = partsOf(diary, range)
    const version = digest(parts)
    const before = this.tell(keyOf(pupil, diary, range), version, parts, since)
    const { head, days } = (await unpack(diary)) as Diary
    const asked = days.filter(({ date }) => inRange(range, date))
    if (before === undefined || since === undefined) return { version, head, days: asked }
    const known = new Map(before.split('\n').map((line) => line.split(' ') as [string, string]))
    const gone = [...known.keys()].filter((date) => date !== headPart && !diary.days.has(date))
    return {
      version,
      since,
      ...(known.get(headPart) === diary.headDigest ? {} : { head }),
      days: asked.filter(({ date }) => known.get(date) !== diary.days.get(date)),
      ...(gone.length > 0 ? { gone } : {}),
    }
  }

  /** Notes that the whole of a diary was sent, so that what is newer can be told from it. */
  answered(pupil: string, diary: FoldedDiary): void {
    const parts = partsOf(diary, {})
    this.tell(keyOf(pupil, diary, {}), digest(parts), parts, undefined)
  }

  /** Remembers the parts of a version that is told; returns those of the asker's. */
  private tell(key: string, version: string, parts: string, since: string | undefined): string | undefined {
    const told = this.told.get(key) ?? new Map<string, string>()
    this.told.delete(key)
    this.told.set(key, told)
    dropOldest(this.told, questionsKept)
    const before = told.get(since ?? '')
    told.delete(version)
    told.set(version, parts)
    dropOldest(told, versionsKept)
    return before
  }

  /** Ends folding that is under way; the store may be closed after. */
  async stop(): Promise<void> {
    this.stopped = true
    await this.work
  }

  /** Classes of a year that a pupil was in, the one he came to last at the end. */
  async classesIn(pupil: string, year: string): Promise<string[]> {
    const { classes } = await this.classes.school()
    const own = [...this.relay.policy().everIn(pupil)].filter((id) => classes.get(id)?.year === year)
    if (own.length < 2) return own
    const views = new Map<string, ClassView>()
    for (const id of own) views.set(id, await this.classes.members(id))
    return classesByArrival(views, pupil).reverse()
  }

  /** Pupils of a class whose journals are at hand come first, so that five hundred askers fold each journal once. */
  private async foldWaiting(): Promise<void> {
    while (this.jobs.size > 0 && !this.stopped) {
      const jobs = [...this.jobs]
      const [key, job] =
        jobs.find(([, { classes }]) => classes.every((id) => this.classes.isKept(id))) ?? jobs[0]!
      try {
        job.resolve(await this.fold(key, job))
      } catch (error) {
        job.reject(error)
      } finally {
        this.jobs.delete(key)
      }
    }
    for (const { reject } of this.jobs.values()) reject(new Error('stopped'))
  }

  private async fold(key: string, { pupil, year, classes }: Job): Promise<FoldedDiary> {
    const stamp = this.classes.stampOf(pupil, classes)
    const sources = []
    for (const id of classes) sources.push(await this.classes.of(id))
    const diary = foldDiary({
      school: await this.classes.school(),
      pupil,
      year,
      classes: sources,
      years: await this.years(pupil),
      today: this.relay.today(),
    })
    const folded = await pack(diary)
    this.folded.delete(key)
    this.folded.set(key, { stamp, diary: folded })
    dropOldest(this.folded, diariesKept)
    return folded
  }
}

function dropOldest(map: Map<string, unknown>, most: number): void {
  for (const oldest of map.keys()) {
    if (map.size <= most) return
    map.delete(oldest)
  }
}

function newJob(pupil: string, year: string, classes: string[]): Job {
  const job = { pupil, year, classes } as Job
  job.done = new Promise((resolve, reject) => Object.assign(job, { resolve, reject }))
  return job
}

function keyOf(pupil: string, { year }: FoldedDiary, { from, to }: DiaryRange): string {
  return `${pupil} ${year} ${from} ${to}`
}

const headPart = 'head'

function inRange({ from, to }: DiaryRange, date: string): boolean {
  return (from === undefined || from <= date) && (to === undefined || date <= to)
}

function partsOf({ headDigest, days }: Omit<FoldedDiary, 'packed'>, range: DiaryRange): string {
  const lines = [...days].filter(([date]) => inRange(range, date)).map((part) => part.join(' '))
  return [`${headPart} ${headDigest}`, ...lines].join('\n')
}

async function pack({ head, days }: Diary): Promise<FoldedDiary> {
  const digests = {
    year: head.year.id,
    headDigest: digest(JSON.stringify(head)),
    days: new Map(days.map((day) => [day.date, digest(JSON.stringify(day))])),
    files: new Set(days.flatMap(({ lessons }) => lessons.flatMap(filesOf))),
  }
  const answer: DiaryAnswer = { version: digest(partsOf(digests, {})), head, days }
  return { ...digests, packed: await promisify(gzip)(JSON.stringify(answer)) }
}

async function unpack({ packed }: FoldedDiary): Promise<unknown> {
  return JSON.parse((await promisify(gunzip)(packed)).toString())
}

function filesOf({ homework }: DiaryLesson): string[] {
  return (homework?.attachments ?? []).flatMap((it) => ('file' in it ? [it.file] : []))
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, digestLength)
}
