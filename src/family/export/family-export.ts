import * as v from 'valibot'
import { applyDiary, type StoredDiary } from '../../domain/diary/apply-diary.ts'
import { childrenAnswer } from '../../domain/diary/children.ts'
import { diaryAnswer, diaryDay, diaryHead } from '../../domain/diary/diary.ts'
import { type FamilyThread, familyThread } from '../../domain/thread/family-thread.ts'
import { countedAnswer } from '../../sync/family-access.ts'
import type { FamilySession } from '../session.ts'

const child = childrenAnswer.entries.children.item

/** All that the diary may show to one account, as it is saved in a file. */
export const familyExport = v.object({
  format: v.literal('parta-family-1'),
  /** When it was made, ms since 1970. */
  made: v.number(),
  school: v.string(),
  /** Who is signed in. */
  name: v.string(),
  /** What the school counts of the signing in and reading; absent where it could not be asked. */
  counted: v.optional(countedAnswer),
  children: v.array(
    v.object({
      ...child.entries,
      /** By school year, the latest first. */
      diaries: v.array(v.object({ year: v.string(), head: diaryHead, days: v.array(diaryDay) })),
      /** Letters, requests, reports with acknowledgements, consents. */
      thread: v.optional(familyThread),
      /** Years whose diary neither the school told nor the phone had. */
      missing: v.array(v.string()),
    }),
  ),
})
export type FamilyExport = v.InferOutput<typeof familyExport>
type ExportedChild = FamilyExport['children'][number]

/** What the phone has, for where the relay cannot be asked. */
export interface KeptDiaries {
  children: readonly v.InferOutput<typeof child>[]
  diary: (pupil: string, year: string) => Promise<StoredDiary | undefined>
  thread: (pupil: string) => FamilyThread | undefined
}

/** Asks for everything that the account may see, all years of all its children; what does not come is the phone's. */
export async function collectExport(
  ask: FamilySession['ask'],
  kept: KeptDiaries,
  about: { school: string; name: string; now: number },
): Promise<FamilyExport> {
  const told = await ask(childrenAnswer, '/api/family/children')
  const counted = await ask(countedAnswer, '/api/family/counted')
  const children: ExportedChild[] = []
  for (const one of told.ok ? told.value.children : kept.children) {
    const pupil = encodeURIComponent(one.pupil)
    const thread = await ask(familyThread, `/api/family/thread/${pupil}`)
    const ownThread = thread.ok ? thread.value : kept.thread(one.pupil)
    const exported: ExportedChild = {
      ...one,
      diaries: [],
      ...(ownThread ? { thread: ownThread } : {}),
      missing: [],
    }
    for (const { id: year } of one.years) {
      const answer = await ask(diaryAnswer, `/api/family/diary/${pupil}?year=${encodeURIComponent(year)}`)
      const diary =
        (answer.ok ? applyDiary(undefined, answer.value) : undefined) ?? (await kept.diary(one.pupil, year))
      if (diary) exported.diaries.push({ year, head: diary.head, days: [...diary.days] })
      else exported.missing.push(year)
    }
    children.push(exported)
  }
  return {
    format: 'parta-family-1',
    made: about.now,
    school: about.school,
    name: about.name,
    ...(counted.ok ? { counted: counted.value } : {}),
    children,
  }
}
