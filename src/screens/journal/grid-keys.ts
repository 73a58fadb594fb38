import type { Mark } from '../../domain/ledger/attributes.ts'
import type { Letter } from './grid.ts'

/** What a key means on the page. */
export type GridKey =
  | { do: 'move'; rows: number; columns: number }
  | { do: 'rowStart' | 'rowEnd' | 'open' | 'undo' | 'clear' | 'second' | 'leave' }
  | { do: 'mark'; mark: Mark }
  | { do: 'letter'; letter: Letter }

/** The part of a keyboard event that matters. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const byCode: Partial<Record<string, Letter>> = { KeyY: 'Н', KeyJ: 'О', Comma: 'Б', KeyE: 'У' }
const letters: readonly string[] = ['Н', 'О', 'Б', 'У'] satisfies Letter[]
const digits: readonly string[] = ['1', '2', '3', '4', '5'] satisfies Mark[]
/** Rows a page key goes. */
const page = 10

/**
 * Reads a key: arrows, Enter down, Tab right, digits and «.» as marks, «/» before a second mark, Н О Б У by their
 * letters in either layout (in the Latin one the same keys: Y J , E). undefined: not the grid's.
 */
export function readGridKey(event: Pressed): GridKey | undefined {
  const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event
  if (altKey) return undefined
  if (ctrlKey || metaKey) {
    if (code === 'KeyZ' && !shiftKey) return { do: 'undo' }
    if (key === 'Home') return { do: 'move', rows: -Infinity, columns: -Infinity }
    if (key === 'End') return { do: 'move', rows: Infinity, columns: Infinity }
    return undefined
  }
  switch (key) {
    case 'ArrowUp':
      return { do: 'move', rows: -1, columns: 0 }
    case 'ArrowDown':
      return { do: 'move', rows: 1, columns: 0 }
    case 'ArrowLeft':
      return { do: 'move', rows: 0, columns: -1 }
    case 'ArrowRight':
      return { do: 'move', rows: 0, columns: 1 }
    case 'PageUp':
      return { do: 'move', rows: -page, columns: 0 }
    case 'PageDown':
      return { do: 'move', rows: page, columns: 0 }
    case 'Enter':
      return { do: 'move', rows: shiftKey ? -1 : 1, columns: 0 }
    case 'Tab':
      return { do: 'move', rows: 0, columns: shiftKey ? -1 : 1 }
    case 'Home':
      return { do: 'rowStart' }
    case 'End':
      return { do: 'rowEnd' }
    case 'F2':
    case ' ':
      return { do: 'open' }
    case 'Delete':
    case 'Backspace':
      return { do: 'clear' }
    case 'Escape':
      return { do: 'leave' }
    case '/':
      return { do: 'second' }
    case '.':
      return { do: 'mark', mark: '.' }
  }
  if (digits.includes(key)) return { do: 'mark', mark: key as Mark }
  const typed = key.toUpperCase()
  if (letters.includes(typed)) return { do: 'letter', letter: typed as Letter }
  // A Cyrillic letter of another key is not ours; a Latin one stands for the key it lies on.
  const letter = key.length === 1 && !/\p{Script=Cyrillic}/u.test(key) ? byCode[code] : undefined
  return letter && { do: 'letter', letter }
}
