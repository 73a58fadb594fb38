import { expect, test } from 'vitest'
import { ReadingOrder } from '../../src/device/reading-order.ts'

/** Readings by name, in the order in which they began; each ends when it is told to. */
function readings() {
  const order = new ReadingOrder()
  const began: string[] = []
  const ends = new Map<string, () => void>()
  const read = (name: string, later: boolean) =>
    order.read(() => {
      began.push(name)
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)))
    }, later)
  return { read, began, end: (name: string) => ends.get(name)!() }
}

/** Until a task that was put off has run. */
const taskLater = () => new Promise((resolve) => setTimeout(resolve, 5))

test('what somebody waits for is read at once, the rest once all of that is there', async () => {
  const { read, began, end } = readings()
  read('other journal', true)
  const lesson = read('lesson', false)
  const pupils = read('class', false)
  await taskLater()
  expect(began).toEqual(['lesson', 'class'])
  end('lesson')
  await lesson.result
  await taskLater()
  expect(began).toEqual(['lesson', 'class'])
  end('class')
  await pupils.result
  await taskLater()
  expect(began).toEqual(['lesson', 'class', 'other journal'])
})

test('what was put off is read at once when somebody comes to wait for it, and only once', async () => {
  const { read, began, end } = readings()
  read('lesson', false)
  const { begin, result } = read('other journal', true)
  begin()
  begin()
  await taskLater()
  expect(began).toEqual(['lesson', 'other journal'])
  end('other journal')
  expect(await result).toBe('other journal')
})

test('a reading that fails holds nothing up', async () => {
  const order = new ReadingOrder()
  const { result } = order.read(() => Promise.reject(new Error('no disk')), false)
  const rest = order.read(async () => 'read', true)
  await expect(result).rejects.toThrow('no disk')
  expect(await rest.result).toBe('read')
})
