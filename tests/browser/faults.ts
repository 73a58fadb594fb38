import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/** The rules of WCAG 2.2 AA. */
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa']

/** Everything axe finds wrong with the page as it stands, by the rules of WCAG 2.2 AA and those of more tags. */
export async function violations(page: Page, ...more: readonly string[]): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    // Only what is wrong is described: to describe each cell of a grid that is right takes as long as to judge it.
    .options({ runOnly: [...wcag, ...more], resultTypes: ['violations'] })
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}

/** The same without what is half under a head or foot that stays in view: it was scrolled there, and scrolls clear. */
export async function faults(page: Page): Promise<string[]> {
  return (await violations(page)).filter((fault) => !fault.includes('partially obscured'))
}
