import * as v from 'valibot'
import { define } from './attribute-spec.ts'
import { text } from './attribute-values.ts'

/**
 * Attributes of the `advice` documents: what somebody asks the school's consultant (clauses 5.1.2, 5.2.10). Each asker
 * has a document of his own, which the consultant and the office read besides.
 */
export const adviceAttributes = {
  advice: define({
    document: 'advice',
    by: ['assigned', 'family'],
    family: true,
    words: 'вопрос консультанту',
    value: v.strictObject({
      text: text(2000),
      /** State of the app and the device, no names or marks; shown to the asker before it goes. */
      diagnostics: v.optional(text(2000)),
    }),
  }),
  'advice.answer': define({
    document: 'advice',
    by: ['office'],
    family: true,
    words: 'ответ консультанта',
    value: v.strictObject({ text: text(2000) }),
  }),
  /** The asker has read the answer. */
  'advice.seen': define({
    document: 'advice',
    by: ['assigned', 'family'],
    family: true,
    words: 'ответ прочитан',
    value: v.literal(true),
  }),
} as const
