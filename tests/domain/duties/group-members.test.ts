import { describe, expect, it } from 'vitest'
import { groupSeen, membersMark, moveToGroup, seeGroup } from '../../../src/domain/duties/group-members.ts'
import type { ValueOf } from '../../../src/domain/ledger/attributes.ts'
import type { Entry } from '../../../src/domain/ledger/fact.ts'
import type { Fold } from '../../../src/domain/ledger/fold.ts'
import { emptyClass, inGroup } from '../../../src/domain/school/class-view.ts'

type Member = ValueOf<'member'>
const groups = ['e1', 'e2', 'e3'].map((id) => ({ id, class: '7а', subject: 'eng', name: id }))
const starts = '2025-09-01'

/** Only what is read of a fold: the members by entity. */
class Members {
  readonly values = new Map<string, unknown>()
  constructor(members: Readonly<Record<string, Member>>) {
    for (const [name, member] of Object.entries(members)) this.values.set(name, member)
  }
  get fold(): Fold {
    const { values } = this
    return {
      entities: (kind: string) => [...values.keys()].filter((name) => name.split(',')[0] === kind),
      value: (name: string) => values.get(name) ?? undefined,
    } as unknown as Fold
  }
  take(entries: readonly Entry[]): this {
    for (const { entity, value } of entries) this.values.set(entity, value)
    return this
  }
  /** Groups of the pupil on a day. */
  on(date: string): string[] {
    const members = [...this.values.values()].filter((value) => value !== null) as Member[]
    return groups.filter(({ id }) => inGroup({ ...emptyClass, members }, id, 'А', date)).map(({ id }) => id)
  }
  move(group: string, date: string): this {
    return this.take(moveToGroup(this.fold, groups, { pupil: 'А', group, date, starts }))
  }
}

describe('moving a pupil between the groups of a subject', () => {
  it('ends the old membership on the day on which the new one begins', () => {
    const pupil = new Members({ 'member,e1,А,': { group: 'e1', pupil: 'А' } }).move('e2', '2025-11-10')
    expect(pupil.on('2025-11-09')).toEqual(['e1'])
    expect(pupil.on('2025-11-10')).toEqual(['e2'])
  })

  it('leaves exactly one group for who was in two, and for who was in none', () => {
    const two = new Members({
      'member,e1,А,': { group: 'e1', pupil: 'А' },
      'member,e2,А,': { group: 'e2', pupil: 'А' },
    }).move('e2', '2025-11-10')
    expect(two.on('2025-11-10')).toEqual(['e2'])
    expect(two.on('2025-11-09')).toEqual(['e1', 'e2'])
    expect(new Members({}).move('e3', '2025-11-10').on('2025-11-10')).toEqual(['e3'])
  })

  it('back on the same day leaves things as they were', () => {
    const pupil = new Members({ 'member,e1,А,': { group: 'e1', pupil: 'А' } })
    pupil.move('e2', '2025-11-10').move('e1', '2025-11-10')
    for (const date of ['2025-09-01', '2025-11-09', '2025-11-10', '2026-01-20'])
      expect(pupil.on(date)).toEqual(['e1'])
    expect([...pupil.values.values()].filter((value) => value !== null)).toEqual([
      { group: 'e1', pupil: 'А' },
    ])
  })

  it('takes back what had not begun, and names no day from the first of the year on', () => {
    const ahead = new Members({ 'member,e1,А,2025-12-01': { group: 'e1', pupil: 'А', from: '2025-12-01' } })
    expect(ahead.move('e2', '2025-11-10').on('2025-12-02')).toEqual(['e2'])
    expect(new Members({}).move('e1', starts).values.get('member,e1,А,')).toEqual({ group: 'e1', pupil: 'А' })
  })
})

describe('the teacher of a group', () => {
  it('is told when other pupils are in it than he has seen', () => {
    const journal = (value?: unknown) => ({ value: () => value }) as unknown as Fold
    const seen = seeGroup('2025-09-10', ['А', 'Б']).value
    expect(groupSeen(journal(), ['А'])).toEqual({ kind: 'never' })
    expect(groupSeen(journal(seen), ['Б', 'А'])).toEqual({ kind: 'seen', date: '2025-09-10' })
    expect(groupSeen(journal(seen), ['А', 'В'])).toEqual({ kind: 'changed', since: '2025-09-10' })
    expect(membersMark(['А', 'Б'])).not.toBe(membersMark(['АБ']))
    expect(
      membersMark(Array.from({ length: 35 }, (_, index) => `pupil-${index}`)).length,
    ).toBeLessThanOrEqual(20)
  })
})
