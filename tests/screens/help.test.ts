import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { setupStepIds } from '../../src/domain/school/setup-steps.ts'
import { familyHelp } from '../../src/family/help/texts.ts'
import type { Route as FamilyRoute } from '../../src/family/route.ts'
import { loadHelp } from '../../src/screens/help/load-help.ts'
import { type HelpText, helpTopic } from '../../src/screens/help/topic.ts'
import { classParts, href, type Route, readRoute, schoolReports } from '../../src/screens/route.ts'

const journal = { journal: '7а,math' }
/** Every address of the staff's app; a screen that is forgotten here is a compile error. */
const routes: { [S in Route['screen']]: readonly Extract<Route, { screen: S }>[] } = {
  today: [{ screen: 'today' }, { screen: 'today', date: '2026-11-23' }],
  lesson: [{ screen: 'lesson', ...journal, lesson: '2026-11-24,3,0' }],
  journals: [{ screen: 'journals' }],
  journal: [{ screen: 'journal', ...journal }],
  plan: [{ screen: 'plan', ...journal }],
  debts: [{ screen: 'debts', ...journal }],
  copy: [{ screen: 'copy', ...journal }],
  class: [
    { screen: 'class', class: '7a' },
    ...classParts.map((part) => ({ screen: 'class' as const, class: '7a', part })),
  ],
  controls: [{ screen: 'controls', class: '7a' }],
  board: [{ screen: 'board' }],
  setup: [{ screen: 'setup' }, ...setupStepIds.map((step) => ({ screen: 'setup' as const, step }))],
  substitutions: [{ screen: 'substitutions' }],
  periods: [{ screen: 'periods' }],
  papers: [{ screen: 'papers' }],
  council: [{ screen: 'council' }],
  timetable: [{ screen: 'timetable' }],
  keeping: [
    { screen: 'keeping', by: 'teachers' },
    { screen: 'keeping', by: 'classes', of: '7a' },
  ],
  duties: [{ screen: 'duties' }, { screen: 'duties', of: '7a' }],
  'school-reports': schoolReports.map((report) => ({ screen: 'school-reports' as const, report })),
  remarks: [{ screen: 'remarks' }],
  workload: [{ screen: 'workload' }],
  hours: [{ screen: 'hours' }],
  log: [{ screen: 'log' }],
  movement: [{ screen: 'movement' }],
  'new-year': [{ screen: 'new-year' }],
  people: [{ screen: 'people' }],
  'family-diaries': [{ screen: 'family-diaries' }],
  pupil: [{ screen: 'pupil', class: '7a' }],
  more: [{ screen: 'more' }],
  advice: [{ screen: 'advice' }, { screen: 'advice', from: 'Урок' }],
  ownReport: [{ screen: 'ownReport' }],
  sync: [{ screen: 'sync' }],
  notAccepted: [{ screen: 'notAccepted' }],
  quarantine: [{ screen: 'quarantine' }],
  devices: [{ screen: 'devices' }],
  carry: [{ screen: 'carry' }],
  'other-school': [{ screen: 'other-school' }],
  reason: [{ screen: 'reason' }],
}
const familyScreens: Record<FamilyRoute['screen'], true> = {
  diary: true,
  marks: true,
  letters: true,
  more: true,
  advice: true,
}
const all = Object.values<readonly Route[]>(routes).flat()

function isWhole({ title, what, steps, clauses }: HelpText) {
  for (const text of [title, what, ...steps]) expect(text.length).toBeGreaterThan(2)
  expect(what).toMatch(/[.]$/)
  expect(new Set(steps).size).toBe(3)
  expect(clauses).toMatch(/^\d[\d., –]*$/)
  // Read on a phone in half a minute: at most 90 words.
  expect([what, ...steps].join(' ').split(' ').length).toBeLessThanOrEqual(90)
}

test.each(['ru', 'en'] as const)('every screen of the staff has its help, %s', async (language) => {
  const texts = await loadHelp(language)
  for (const route of all) {
    expect(readRoute(href(route)).screen).toBe(route.screen)
    isWhole(texts[helpTopic(route)])
  }
  // And no help is of a screen that there is not.
  expect(new Set(Object.keys(texts))).toEqual(new Set(all.map(helpTopic)))
})

test.each(['ru', 'en'] as const)('every screen of the families has its help, %s', (language) => {
  expect(Object.keys(familyHelp[language])).toEqual(Object.keys(familyScreens))
  for (const help of Object.values(familyHelp[language])) isWhole(help)
})

/** Names in quotation marks that stand in no catalogue of the folder. */
function unknownNames(help: readonly HelpText[], quoted: RegExp, folder: string): readonly string[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  const said = files.map((name) => readFileSync(`${folder}/${name}`, 'utf8')).join('')
  return help
    .flatMap(({ what, steps }) => [what, ...steps].flatMap((text) => [...text.matchAll(quoted)]))
    .map(([, name]) => name!)
    .filter((name) => name !== '+' && !said.includes(name))
}

test.each([
  ['ru', /«([^»]+)»/g],
  ['en', /“([^”]+)”/g],
] as const)('what help names is on the screens, %s', async (language, quoted) => {
  const staff = Object.values(await loadHelp(language))
  expect(unknownNames(staff, quoted, `src/screens/design/texts/${language}`)).toEqual([])
  expect(unknownNames(Object.values(familyHelp[language]), quoted, 'src/family/texts')).toEqual([])
})
