import { ownClass } from './en/class.ts'
import { journals } from './en/journals.ts'
import { office } from './en/office.ts'
import { setup } from './en/setup.ts'
import type { HelpTexts } from './topic.ts'

/** Help for every screen, in English. */
export const en: HelpTexts = { ...journals, ...ownClass, ...office, ...setup }
