import { entity } from '../ledger/documents.ts'
import type { Fold } from '../ledger/fold.ts'
import type { Pupil } from '../school/class-view.ts'
import { consentOf, type Purpose, purposes } from '../school/consents.ts'
import type { Consent, FamilyView } from '../school/family-view.ts'
import { fullName } from '../school/names.ts'
import { russianDate, type Table } from './table.ts'

/** A day on which a consent was given or taken back, and whether in the diary or on paper. */
interface ConsentDay {
  date: string
  inDiary: boolean
}

/** A consent from the day it was given to the day it was taken back. */
export interface ConsentLine {
  pupil: string
  /** «Белова Мария, мать» */
  who: string
  purpose: Purpose
  given?: ConsentDay | undefined
  withdrawn?: ConsentDay | undefined
}

const words: Readonly<Record<Purpose, string>> = {
  data: 'обработка персональных данных',
  diary: 'электронный дневник',
  notices: 'письма на почту и сообщения на телефон',
}

/** All that was ever recorded of a family's consents, each line from being given to being taken back. */
export function consentLines(
  fold: Pick<Fold, 'history' | 'entities'>,
  family: FamilyView,
  pupil: Pupil,
): ConsentLine[] {
  const people = new Map(
    family.guardians.map((one) => [one.id, [fullName(one), one.relation].filter(Boolean).join(', ')]),
  )
  people.set(pupil.id, 'сам ученик')
  for (const name of fold.entities('consent')) {
    const person = name.split(',')[1]!
    if (!people.has(person)) people.set(person, 'бывший представитель')
  }
  return [...people].flatMap(([person, who]) =>
    purposes.flatMap((purpose) =>
      spans(fold, family, person, purpose).map((span) => ({ pupil: fullName(pupil), who, purpose, ...span })),
    ),
  )
}

function spans(
  fold: Pick<Fold, 'history'>,
  family: FamilyView,
  person: string,
  purpose: Purpose,
): Pick<ConsentLine, 'given' | 'withdrawn'>[] {
  const listed = consentOf({ ...family, consents: new Map() }, person, purpose)?.given
  const found: Pick<ConsentLine, 'given' | 'withdrawn'>[] = []
  if (listed !== undefined) found.push({ given: { date: listed, inDiary: false } })
  for (const { value, receipt } of fold.history(entity.consent(person, purpose), 'consent')) {
    if (receipt?.verdict === 'void') continue
    const inDiary = receipt?.as === 'family'
    const consent = value as Consent | null
    // Undone: it was never meant.
    if (consent === null) {
      found.pop()
      continue
    }
    const { given, withdrawn } = consent
    if (found.length === 0 || (given !== undefined && given !== found.at(-1)?.given?.date))
      found.push(given === undefined ? {} : { given: { date: given, inDiary } })
    const last = found.at(-1)!
    if (withdrawn === undefined) delete last.withdrawn
    else last.withdrawn ??= { date: withdrawn, inDiary }
  }
  return found
}

/** The register of consents of a class on a date (clause 5.3.1). */
export function consentRegister(lines: readonly ConsentLine[], classTitle: string, date: string): Table {
  const how = (day: ConsentDay | undefined) => day && (day.inDiary ? 'в дневнике' : 'на бумаге')
  return {
    title: 'Реестр согласий',
    subtitle: `${classTitle} класс, на ${russianDate(date)}`,
    columns: [
      { title: '№' },
      { title: 'Ученик' },
      { title: 'Кто дал согласие' },
      { title: 'На что' },
      { title: 'Дата', group: 'Дано' },
      { title: 'Как', group: 'Дано' },
      { title: 'Дата', group: 'Отозвано' },
      { title: 'Как', group: 'Отозвано' },
    ],
    rows: lines.map(({ pupil, who, purpose, given, withdrawn }, index) => [
      index + 1,
      pupil,
      who,
      words[purpose],
      given ? russianDate(given.date) : null,
      how(given) ?? null,
      withdrawn ? russianDate(withdrawn.date) : null,
      how(withdrawn) ?? null,
    ]),
    totals: [],
    footnotes: [
      'После отзыва согласия на обработку данных школа ведёт журнал на основании закона об образовании; телефоны, почта и адрес удаляются, электронный дневник закрывается, семью извещают листком.',
    ],
  }
}
