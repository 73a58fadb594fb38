import type { SchoolView, SchoolYear } from './school-view.ts'

/** The school year that is planned for on a date: the one that holds it, else the next one, else the last. */
export function yearAt({ years }: Pick<SchoolView, 'years'>, date: string): SchoolYear | undefined {
  return years.find(({ ends }) => date <= ends) ?? years.at(-1)
}
