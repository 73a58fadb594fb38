import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { IconName } from '../design/icons.tsx'
import type { ClassPart } from '../route.ts'
import type { ClassDesk } from './use-class.ts'

/** What every part of «Мой класс» is given. `at`: what the address names within it. */
export interface PartProps {
  desk: ClassDesk
  at?: string | undefined
}

export interface Part {
  icon: IconName
  screen: LazyExoticComponent<ComponentType<PartProps>>
}

/** A part that is loaded when it is looked at. */
function part(icon: IconName, load: () => Promise<ComponentType<PartProps>>): Part {
  return { icon, screen: lazy(async () => ({ default: await load() })) }
}

/** The parts of «Мой класс». */
export const parts: Readonly<Partial<Record<ClassPart, Part>>> = {
  week: part('check', async () => (await import('./week-part.tsx')).WeekPart),
  reasons: part('note', async () => (await import('./reasons-part.tsx')).ReasonsPart),
  control: part('journals', async () => (await import('./control-part.tsx')).ControlPart),
  list: part('person', async () => (await import('./list-part.tsx')).ListPart),
  families: part('person', async () => (await import('./families-part.tsx')).FamiliesPart),
  diary: part('lock', async () => (await import('./diary/diary-part.tsx')).DiaryPart),
  letters: part('note', async () => (await import('./letters/letters-part.tsx')).LettersPart),
  groups: part('swap', async () => (await import('./groups-part.tsx')).GroupsPart),
  paper: part('journals', async () => (await import('./paper-part.tsx')).PaperPart),
  instruction: part('note', async () => (await import('./instruction-part.tsx')).InstructionPart),
  reports: part('note', async () => (await import('./reports-part.tsx')).ReportsPart),
}
