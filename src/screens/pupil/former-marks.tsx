import { type FormEvent, useMemo, useState } from 'react'
import { journalsOfPupil } from '../../domain/journal/carrying.ts'
import { entity, type JournalKey, journalDocument, journalName } from '../../domain/ledger/documents.ts'
import { type Mark, markValues } from '../../domain/ledger/mark-values.ts'
import { sameJournal } from '../../domain/policy/policy.ts'
import { periodsOfGrade, reportPeriod } from '../../domain/reports/report-period.ts'
import type { ClassView } from '../../domain/school/class-view.ts'
import { type all, covers } from '../../domain/school/school-view.ts'
import { subjectTitle } from '../../domain/school/titles.ts'
import { derivedIds } from '../../exchange/sheets/derived-id.ts'
import { Button } from '../design/button.tsx'
import { SelectField, TextField } from '../design/field.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { said } from '../office/setup/said.ts'
import css from '../office/setup/setup.module.css'
import { useMessage } from '../office/setup/use-message.tsx'
import { useDocument } from '../workspace/use-documents.ts'
import { useActor, useNow, useSchool } from '../workspace/workspace.ts'

const given = markValues.filter((mark) => mark !== '.')
const heaviest = 4
const emptyDraft = { mark: '5' as Mark, date: '', period: '', weight: '1', place: '' }

/** Marks that a pupil brought from a former school, journal by journal; the teacher of the subject or the office enters them. */
export function FormerMarks({
  class: classId,
  pupil,
  members,
}: {
  class: string
  pupil: string
  members: ClassView
}) {
  const school = useSchool()
  const actor = useActor()
  const { date } = useNow()
  const { pupil: texts } = useTexts()
  const keys = useMemo(
    () =>
      journalsOfPupil(school, members, classId, pupil, date).filter(
        (key) =>
          actor.office ||
          school.assignments.some(
            (own) => own.teacher === actor.person && sameJournal(own, key) && covers(own, date),
          ),
      ),
    [school, members, classId, pupil, date, actor],
  )
  const [chosen, setChosen] = useState('')
  const key = keys.find((one) => journalName(one) === chosen) ?? keys[0]
  return (
    <section className={css.section} aria-label={texts.former.title}>
      <h2>{texts.former.title}</h2>
      {key ? (
        <>
          <p className={css.quiet}>{texts.former.help}</p>
          <div className={css.fields}>
            <SelectField
              label={texts.former.subject}
              value={journalName(key)}
              onChange={({ target }) => setChosen(target.value)}
            >
              {keys.map((one) => (
                <option key={journalName(one)} value={journalName(one)}>
                  {subjectTitle(school, one)}
                </option>
              ))}
            </SelectField>
          </div>
          <OfJournal key={journalName(key)} journal={key} pupil={pupil} />
        </>
      ) : (
        <p className={css.quiet}>{texts.former.noJournals}</p>
      )}
    </section>
  )
}

function OfJournal({ journal, pupil }: { journal: JournalKey; pupil: string }) {
  const school = useSchool()
  const { pupil: texts } = useTexts()
  const { former } = texts
  const format = useFormat()
  const document = useDocument(useMemo(() => journalDocument(journal), [journal]))
  const [draft, setDraft] = useState(emptyDraft)
  const [tried, setTried] = useState(false)
  const [message, say] = useMessage()
  if (!document) return null
  const own = [...document.fold.entities('former')].filter((name) => name.split(',')[1] === pupil).sort()
  const marks = own.flatMap((name) => {
    const value = document.fold.value(name, 'former')
    return value ? [{ name, value }] : []
  })
  const schoolClass = school.classes.get(journal.class)
  const year = school.years.find(({ id }) => id === schoolClass?.year)
  const periods = schoolClass && year ? periodsOfGrade(school, year.id, schoolClass.grade) : []
  const weight = Number(draft.weight.replace(',', '.'))
  const badWeight = draft.weight.trim() === '' || !(weight >= 0 && weight <= heaviest && weight % 0.5 === 0)
  const noTime = draft.date === '' && draft.period === ''
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!document || badWeight || noTime) return
    const { mark, date, period, place } = draft
    const time = date === '' ? { period } : { date }
    const newId = derivedIds(own.map((name) => name.split(',').slice(2).join(',')))
    const id = newId('marks', `${pupil}|${date || period}`)
    void document.assert([
      said(entity.former(pupil, id), 'former', {
        pupil,
        mark,
        ...time,
        ...(weight === 1 ? {} : { weight }),
        ...(place.trim() === '' ? {} : { place: place.trim() }),
      }),
    ])
    setDraft({ ...emptyDraft, place })
    setTried(false)
    say(texts.said)
  }

  const words = ({ mark, date, period, weight: held, place }: ReturnType<typeof all<'former'>>[number]) =>
    [
      mark,
      date ? format.date(date) : period && (reportPeriod(school, period)?.title ?? period),
      held !== undefined && former.weighs(format.average(held)),
      place,
    ]
      .filter(Boolean)
      .join(', ')

  return (
    <>
      {marks.length === 0 && <p>{former.none}</p>}
      <ul className={marks.length > 0 ? css.records : undefined}>
        {marks.map(({ name, value }) => (
          <li key={name}>
            <p className={css.words}>{words(value)}</p>
            <Button
              look="quiet"
              aria-label={texts.removeOf(words(value))}
              onClick={() => void document.assert([said(name, 'former', null)])}
            >
              {texts.remove}
            </Button>
          </li>
        ))}
      </ul>
      {message}
      <form className={css.form} onSubmit={submit} noValidate aria-label={former.title}>
        <div className={css.fields}>
          <SelectField
            label={former.mark}
            value={draft.mark}
            onChange={({ target }) => set({ mark: target.value as Mark })}
          >
            {given.map((mark) => (
              <option key={mark} value={mark}>
                {mark}
              </option>
            ))}
          </SelectField>
          <TextField
            label={former.date}
            type="date"
            value={draft.date}
            problem={tried && noTime ? former.either : undefined}
            onChange={({ target }) => set({ date: target.value })}
          />
          {draft.date === '' && (
            <SelectField
              label={former.period}
              value={draft.period}
              onChange={({ target }) => set({ period: target.value })}
            >
              <option value="" />
              {periods.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </SelectField>
          )}
          <TextField
            label={former.weight}
            inputMode="decimal"
            value={draft.weight}
            problem={tried && badWeight ? former.badWeight : undefined}
            onChange={({ target }) => set({ weight: target.value })}
          />
          <TextField
            label={former.place}
            value={draft.place}
            maxLength={200}
            onChange={({ target }) => set({ place: target.value })}
          />
        </div>
        <div className={css.buttons}>
          <Button type="submit">{texts.add}</Button>
        </div>
      </form>
    </>
  )
}
