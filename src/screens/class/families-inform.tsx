import { useState } from 'react'
import { type FamilyState, longestFirst } from '../../domain/duties/families.ts'
import type { ValueOf } from '../../domain/ledger/attributes.ts'
import { entity } from '../../domain/ledger/documents.ts'
import { familySheets } from '../../domain/reports/family-sheet.ts'
import { periodOn } from '../../domain/school/calendar.ts'
import { mayBeTold } from '../../domain/school/consents.ts'
import { lastFirst } from '../../domain/school/names.ts'
import { className } from '../../domain/school/school-view.ts'
import { familyStrips } from '../../print/family-strips.ts'
import { Button } from '../design/button.tsx'
import { SelectField, TextField } from '../design/field.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { PdfProgress } from '../papers/pdf-progress.tsx'
import { usePdf } from '../papers/use-pdf.ts'
import { useAppearance } from '../workspace/appearance.ts'
import { consentsTexts } from './consents/texts.ts'
import css from './desk.module.css'
import type { FamilyTaskProps } from './families-part.tsx'
import { FamilyRow } from './family-row.tsx'
import { FamilySheetView } from './family-sheet-view.tsx'

const idsOf = (states: readonly FamilyState[]) => states.map(({ pupil }) => pupil.id)

type How = ValueOf<'informed'>['how']
const ways: readonly How[] = ['paper', 'talk', 'letter', 'email', 'push']

/** Известить: the sheets of chosen pupils for some days, as strips on paper, and the record that they were told. */
export function FamiliesInform({ desk, states, today, write }: FamilyTaskProps) {
  const texts = useTexts().families
  const format = useFormat()
  const { language } = useAppearance()
  const { source, schoolClass } = desk
  const [from, setFrom] = useState(() => periodOn(source.school, schoolClass.grade, today)?.starts ?? today)
  const [to, setTo] = useState(today)
  const [how, setHow] = useState<How>('paper')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [told, setTold] = useState(0)
  const { saving, saveForm, cancel } = usePdf()
  const rows = longestFirst(states)
  const backwards = to < from
  const ready = chosen.size > 0 && from !== '' && to !== '' && !backwards
  const choose = (ids: readonly string[]) => {
    setChosen(new Set(ids))
    setTold(0)
  }
  const reachable = ({ family }: FamilyState, way = how) => !family || mayBeTold(family, way)
  const toTell = states.filter((state) => reachable(state))
  const overdue = toTell.filter((state) => state.overdue)
  const sheets = () => familySheets(source, schoolClass, chosen, { from, to })
  const chooseWay = (way: How) => {
    setHow(way)
    const still = states.filter((state) => reachable(state, way)).map(({ pupil }) => pupil.id)
    choose(still.filter((id) => chosen.has(id)))
  }
  const record = () => {
    const writable = [...chosen].filter((pupil) => desk.familyDocument(pupil))
    write(
      writable.map((pupil) => ({
        document: desk.familyDocument(pupil),
        entries: [
          { entity: entity.informed(pupil, from, to), attribute: 'informed', value: { from, to, how } },
        ],
      })),
    )
    setChosen(new Set())
    setTold(writable.length)
  }
  return (
    <>
      <div className={css.row}>
        <TextField
          type="date"
          label={texts.from}
          value={from}
          max={today}
          onChange={({ target }) => setFrom(target.value)}
        />
        <TextField
          type="date"
          label={texts.to}
          value={to}
          min={from}
          max={today}
          problem={backwards ? texts.backwards : undefined}
          onChange={({ target }) => setTo(target.value)}
        />
        <SelectField label={texts.how} value={how} onChange={({ target }) => chooseWay(target.value as How)}>
          {ways.map((way) => (
            <option key={way} value={way}>
              {texts.ways[way]}
            </option>
          ))}
        </SelectField>
      </div>
      <div className={css.actions}>
        <Button onClick={() => choose(idsOf(overdue))} disabled={overdue.length === 0}>
          {texts.chooseOverdue(overdue.length)}
        </Button>
        <Button onClick={() => choose(idsOf(toTell))}>{texts.chooseAll(toTell.length)}</Button>
        <Button look="quiet" disabled={chosen.size === 0} onClick={() => choose([])}>
          {texts.chooseNone}
        </Button>
      </div>
      <div className={css.actions}>
        <Button
          icon="install"
          disabled={!ready || saving.kind === 'printing'}
          onClick={() => {
            const report = sheets()
            const form = familyStrips(source.school, schoolClass, report)
            void saveForm(`${texts.file} ${className(schoolClass)}`, form, report)
          }}
        >
          {texts.strips(chosen.size)}
        </Button>
        <Button look="main" disabled={!ready} onClick={record}>
          {texts.record(chosen.size)}
        </Button>
        <p role="status">{told > 0 && texts.recorded(told)}</p>
      </div>
      <PdfProgress saving={saving} onCancel={cancel} />
      <ul className={css.list}>
        {rows.map((state) => {
          const { pupil, informed } = state
          const [sheet] = chosen.has(pupil.id)
            ? familySheets(source, schoolClass, new Set([pupil.id]), { from, to })
            : []
          return (
            <FamilyRow
              key={pupil.id}
              state={state}
              desk={desk}
              write={write}
              line={
                <span className={state.overdue ? css.act : css.quiet}>
                  {informed
                    ? texts.lastTold(format.day(informed.to), texts.ways[informed.how])
                    : texts.neverTold}
                  {!reachable(state) && `. ${consentsTexts[language].notThisWay}`}
                </span>
              }
              extra={sheet && !backwards && <FamilySheetView sheet={sheet} school={source.school} />}
            >
              <label className={css.check}>
                <input
                  type="checkbox"
                  aria-label={texts.choose(lastFirst(pupil))}
                  disabled={!reachable(state)}
                  checked={chosen.has(pupil.id)}
                  onChange={({ target }) =>
                    choose(
                      target.checked
                        ? [...chosen, pupil.id]
                        : [...chosen].filter((other) => other !== pupil.id),
                    )
                  }
                />
                {texts.tell}
              </label>
            </FamilyRow>
          )
        })}
      </ul>
    </>
  )
}
