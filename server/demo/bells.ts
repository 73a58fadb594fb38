import type { BellRow } from '../../src/exchange/tables.ts'

/** Lessons of 45 minutes from half past eight, ten minutes between them. */
export const bells: readonly BellRow[] = [
  { number: 1, starts: '08:30', ends: '09:15' },
  { number: 2, starts: '09:25', ends: '10:10' },
  { number: 3, starts: '10:20', ends: '11:05' },
  { number: 4, starts: '11:15', ends: '12:00' },
  { number: 5, starts: '12:10', ends: '12:55' },
  { number: 6, starts: '13:05', ends: '13:50' },
  { number: 7, starts: '14:00', ends: '14:45' },
  { number: 8, starts: '14:55', ends: '15:40' },
]
