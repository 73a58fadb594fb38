import type { SchoolMarkSettings } from '../../../domain/school/school-view.ts'
import { numberIn } from '../../../exchange/sheets/cell-text.ts'

/** The rules of marks as they are typed. */
export interface MarksDraft {
  five: string
  four: string
  three: string
  minimum: string
  controlsPerDay: string
  retake: SchoolMarkSettings['retake']
  kinds: readonly { key: string; name: string; weight: string }[]
}

const threshold = (hundredths: number) => (hundredths / 100).toFixed(2).replace('.', ',')

/** The rules that hold, to be changed. */
export function marksDraft(settings: SchoolMarkSettings): MarksDraft {
  return {
    five: threshold(settings.five),
    four: threshold(settings.four),
    three: threshold(settings.three),
    minimum: String(settings.minimum),
    controlsPerDay: String(settings.controlsPerDay),
    retake: settings.retake,
    kinds: settings.kinds.map(({ name, weight }) => ({
      key: name,
      name,
      weight: String(weight).replace('.', ','),
    })),
  }
}

export type MarksReading =
  | { ok: true; settings: SchoolMarkSettings }
  /** Names of the fields at fault: `five`, `minimum`, `kind0`, `weight2`. */
  | { ok: false; problems: ReadonlySet<string> }

/** Reads the rules: thresholds fall from 5 to 3, numbers lie within what the ledger takes, kinds have names of their own. */
export function readMarks(draft: MarksDraft): MarksReading {
  const problems = new Set<string>()
  const within = (field: string, text: string, min: number, max: number, whole = false): number => {
    const value = numberIn(text.trim())
    if (value === undefined || value < min || value > max || (whole && !Number.isInteger(value)))
      problems.add(field)
    return value ?? 0
  }
  const five = within('five', draft.five, 1, 5)
  const four = within('four', draft.four, 1, 5)
  const three = within('three', draft.three, 1, 5)
  if (four >= five) problems.add('four')
  if (three >= four) problems.add('three')
  const names = new Set<string>()
  const kinds = draft.kinds.map(({ name, weight }, at) => {
    const tidy = name.trim()
    if (tidy === '' || names.has(tidy)) problems.add(`kind${at}`)
    names.add(tidy)
    return { name: tidy, weight: within(`weight${at}`, weight, 0, 4) }
  })
  const settings: SchoolMarkSettings = {
    five: Math.round(five * 100),
    four: Math.round(four * 100),
    three: Math.round(three * 100),
    minimum: within('minimum', draft.minimum, 1, 20, true),
    controlsPerDay: within('controlsPerDay', draft.controlsPerDay, 1, 8, true),
    retake: draft.retake,
    kinds,
  }
  return problems.size > 0 ? { ok: false, problems } : { ok: true, settings }
}
