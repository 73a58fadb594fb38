import { useMemo, useRef } from 'react'
import { classDocument } from '../../../domain/ledger/documents.ts'
import { yearOn } from '../../../domain/policy/access.ts'
import { readClass } from '../../../domain/school/class-view.ts'
import { classesOfYear } from '../../../domain/school/setup-steps.ts'
import { yearTemplate } from '../../../domain/school/year-template.ts'
import { ButtonLink } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { href } from '../../route.ts'
import { useComplete, useDocuments } from '../../workspace/use-documents.ts'
import { useNow, useSchool, viewOf } from '../../workspace/workspace.ts'
import css from '../setup/setup.module.css'
import { draftOfTemplate, yearEntries } from '../setup/year-draft.ts'
import { NewYearForm } from './new-year-form.tsx'

/** What of a template makes a year; bells are the school's and stay. */
const ofYear: ReadonlySet<string> = new Set(['year', 'period', 'holiday', 'workday', 'shortday'])

/** Новый учебный год: the classes of the year that ends, a grade up. */
export function NewYearPage() {
  const school = useSchool()
  const { date } = useNow()
  const { newYear: texts, setup } = useTexts()
  const current = yearOn(school, date)
  const from = school.years.find(({ id }) => id === current)
  const classes = useMemo(() => (from ? classesOfYear(school, from.id) : []), [school, from])
  const next = useMemo(() => {
    if (!from) return undefined
    const held = school.years.find(({ starts }) => starts > from.ends)
    if (held) return { year: held, entries: [] }
    const trimesters = school.periods.some(({ year, kind }) => year === from.id && kind === 'trimester')
    const template = yearTemplate(Number(from.starts.slice(0, 4)) + 1, {
      division: trimesters ? 'trimesters' : 'quarters',
      saturdays: school.slots.some(({ weekday }) => weekday === 6),
      shifts: 1,
    })
    const entries = yearEntries(draftOfTemplate(template), school)
    return { year: template.year, entries: entries.filter(({ attribute }) => ofYear.has(attribute)) }
  }, [school, from])
  const documents = useMemo(
    () =>
      [...classes, ...(next ? classesOfYear(school, next.year.id) : [])].map(({ id }) => classDocument(id)),
    [classes, next, school],
  )
  const open = useDocuments(documents)
  const complete = useComplete(documents) && open.size === documents.length
  // Writing makes new classes, whose lists are looked for at once: what is written must stay on screen meanwhile.
  const begun = useRef(false)
  if (complete) begun.current = true
  const views = new Map(
    [...open].map(([id, { fold }]) => [id.slice(id.indexOf('/') + 1), viewOf(fold, readClass)] as const),
  )
  const states = () => {
    if (!from || !next || classes.length === 0)
      return (
        <Notice tone="empty" icon="alert">
          {texts.noYear}
        </Notice>
      )
    if (!begun.current)
      return (
        <Notice tone="empty" icon="waiting">
          {setup.listsOnTheirWay}
        </Notice>
      )
    return <NewYearForm from={from} to={next.year} yearEntries={next.entries} views={views} />
  }
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{texts.title}</h1>
        <ButtonLink look="quiet" icon="back" href={href({ screen: 'setup' })}>
          {setup.back}
        </ButtonLink>
      </header>
      {states()}
    </div>
  )
}
