import { ownClass } from './ru/class.ts'
import { journals } from './ru/journals.ts'
import { office } from './ru/office.ts'
import { setup } from './ru/setup.ts'
import type { HelpTexts } from './topic.ts'

/** Help for every screen, in Russian. */
export const ru: HelpTexts = { ...journals, ...ownClass, ...office, ...setup }
