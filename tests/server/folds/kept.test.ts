import { describe, expect, it } from 'vitest'
import { Kept } from '../../../server/folds/kept.ts'

/** What is being made ends when told. */
function maker() {
  const ends: ((made: string) => void)[] = []
  const fails: ((error: Error) => void)[] = []
  const kept = new Kept<string, string>(
    () =>
      new Promise((resolve, reject) => {
        ends.push(resolve)
        fails.push(reject)
      }),
  )
  return { kept, ends, fails }
}

describe('what is made of documents', () => {
  it('is made once for all who ask meanwhile and later', async () => {
    const { kept, ends } = maker()
    const asked = [kept.of('a'), kept.of('a')]
    expect(ends).toHaveLength(1)
    ends[0]!('one')
    expect(await Promise.all([...asked, kept.of('a')])).toEqual(['one', 'one', 'one'])
    expect(ends).toHaveLength(1)
  })

  it('is not kept when a commit came while it was being made', async () => {
    const { kept, ends } = maker()
    const before = kept.of('a')
    kept.forget('a')
    const after = kept.of('a')
    ends[1]!('new')
    // The older one ends last and takes nobody's place.
    ends[0]!('old')
    expect(await before).toBe('old')
    expect(await after).toBe('new')
    expect(await kept.of('a')).toBe('new')
    expect(ends).toHaveLength(2)
  })

  it('is made again when it could not be made', async () => {
    const { kept, ends, fails } = maker()
    const first = kept.of('a')
    fails[0]!(new Error('the database is gone'))
    await expect(first).rejects.toThrow('gone')
    const second = kept.of('a')
    ends[1]!('one')
    expect(await second).toBe('one')
  })
})
