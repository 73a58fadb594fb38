import * as v from 'valibot'
import { categoryKeys } from '../domain/reports/categories.ts'

const whole = v.pipe(v.number(), v.safeInteger())
/** A plan may have entries of half an hour. */
const hours = v.number()
const share = v.object({ k: whole, n: whole })

const periodFigures = v.object({
  period: v.string(),
  pupils: whole,
  categories: v.object(v.entriesFromList(categoryKeys, whole)),
  passRate: share,
  qualityRate: share,
  missed: v.object({ total: whole, Б: whole, У: whole, Н: whole }),
})

const planFigures = v.object({
  class: v.string(),
  subject: v.string(),
  group: v.optional(v.string()),
  planned: hours,
  due: hours,
  held: hours,
  lag: hours,
  cancelled: whole,
  unkept: whole,
  forecast: hours,
  shortage: hours,
})

/** Figures of classes that changed after a version, for reports of the whole school. */
export const figuresAnswer = v.object({
  version: whole,
  /** All classes: whatever was known before is to be dropped. */
  full: v.boolean(),
  classes: v.array(
    v.object({ class: v.string(), periods: v.array(periodFigures), plans: v.array(planFigures) }),
  ),
})
