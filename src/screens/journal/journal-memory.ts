import type { GridPlace } from './grid-places.ts'
import type { ViewChoice } from './journal-view-choice.ts'
import type { ScrollPlace } from './use-grid-window.ts'

/** Where somebody left a journal's page; kept while the app stands, so that coming back from a lesson finds it there. */
export interface LeftPage {
  view: ViewChoice
  worksOnly: boolean
  /** By view. */
  places: Map<ViewChoice, GridPlace & { scroll: ScrollPlace }>
}

const pages = new Map<string, LeftPage>()

/** The page of a journal, by its name and who looks at it, as it was left; undefined the first time. */
export function leftPage(journal: string): LeftPage | undefined {
  return pages.get(journal)
}

/** Remembers what is chosen on a page. */
export function rememberPage(journal: string, chosen: Pick<LeftPage, 'view' | 'worksOnly'>): void {
  pages.set(journal, { ...chosen, places: pages.get(journal)?.places ?? new Map() })
}
