import { describe, expect, test } from 'vitest'
import { type Pressed, readGridKey } from '../../src/screens/journal/grid-keys.ts'

const press = (key: string, code = '', more: Partial<Pressed> = {}) =>
  readGridKey({ key, code, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more })

describe('letters of presence and reason', () => {
  test.each([
    ['н', 'KeyY', 'Н'],
    ['о', 'KeyJ', 'О'],
    ['б', 'Comma', 'Б'],
    ['у', 'KeyE', 'У'],
    ['y', 'KeyY', 'Н'],
    ['j', 'KeyJ', 'О'],
    [',', 'Comma', 'Б'],
    ['E', 'KeyE', 'У'],
    // A phonetic layout: the letter counts, not the key it lies on.
    ['н', 'KeyN', 'Н'],
  ] as const)('%s on %s is %s', (key, code, letter) => {
    expect(press(key, code)).toEqual({ do: 'letter', letter })
  })

  test('a Cyrillic letter of its own never stands for the Latin key under it', () => {
    expect(press('ы', 'KeyY')).toBeUndefined()
    expect(press('ю', 'Period')).toBeUndefined()
  })
})

test('digits, the dot and the second mark', () => {
  expect(press('5', 'Digit5')).toEqual({ do: 'mark', mark: '5' })
  expect(press('2', 'Numpad2')).toEqual({ do: 'mark', mark: '2' })
  expect(press('.', 'Slash')).toEqual({ do: 'mark', mark: '.' })
  expect(press('/', 'Slash')).toEqual({ do: 'second' })
  expect(press('6', 'Digit6')).toBeUndefined()
})

test('Enter goes down, Tab right, with Shift back', () => {
  expect(press('Enter')).toEqual({ do: 'move', rows: 1, columns: 0 })
  expect(press('Tab', 'Tab', { shiftKey: true })).toEqual({ do: 'move', rows: 0, columns: -1 })
})

test('Ctrl+Z undoes in either layout; other combinations are the browser’s', () => {
  expect(press('я', 'KeyZ', { ctrlKey: true })).toEqual({ do: 'undo' })
  expect(press('5', 'Digit5', { ctrlKey: true })).toBeUndefined()
  expect(press('н', 'KeyY', { altKey: true })).toBeUndefined()
})
