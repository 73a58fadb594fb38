import type { ChildrenAnswer } from '../../src/domain/diary/children.ts'
import type { DiaryAnswer } from '../../src/domain/diary/diary.ts'
import type { UserId } from '../../src/domain/ledger/ids.ts'
import { fullName, lastFirst } from '../../src/domain/school/names.ts'
import { classTitle } from '../../src/domain/school/titles.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { FamilyLink } from '../accounts/family-links.ts'
import type { Diaries } from './diaries.ts'
import type { Families } from './families.ts'

/** ISO dates; what is left out is open. */
interface Range {
  from?: string | undefined
  to?: string | undefined
}

/** The pupils that an account follows and, for a range with a beginning, that part of the first one's diary. */
export async function childrenOf(
  parts: { accounts: Accounts; families: Families; diaries: Diaries },
  user: UserId,
  range: Range,
): Promise<ChildrenAnswer> {
  const { families, diaries } = parts
  const school = await diaries.classes.school()
  const links = await families.followedBy(user)
  const children: ChildrenAnswer['children'] = []
  for (const { pupil, person } of links) {
    const years = await diaries.years(pupil)
    const view = years[0] && (await diaries.classes.members(years[0].class))
    const card = view?.pupils.find((it) => it.id === pupil)
    const { guardians } = await families.of(pupil)
    const guardian = guardians.find((it) => it.id === person)
    children.push({
      pupil,
      name: card ? lastFirst(card) : '',
      as: person === pupil ? 'pupil' : 'guardian',
      person,
      personName: guardian ? fullName(guardian) : card ? fullName(card) : '',
      years: years.map((it) => ({ id: it.id, class: classTitle(school, it.class) })),
    })
  }
  const year = children[0]?.years[0]?.id
  const [link] = links
  if (range.from === undefined || !link || year === undefined) return { children }
  const first = await firstOf(parts, link, year, range)
  return first ? { children, first } : { children }
}

async function firstOf(
  { accounts, diaries }: { accounts: Accounts; diaries: Diaries },
  link: FamilyLink,
  year: string,
  range: Range,
): Promise<DiaryAnswer | undefined> {
  const diary = await diaries.diary(link.pupil, year)
  if (!diary) return undefined
  accounts.families.noteRead(link)
  return diaries.answer(link.pupil, diary, range, undefined)
}
