import { useState } from 'react'
import { type FamilyState, longestFirst } from '../../domain/duties/families.ts'
import type { ValueOf } from '../../domain/ledger/attributes.ts'
import { entity, schoolVoice } from '../../domain/ledger/documents.ts'
import { familySheets } from '../../domain/reports/family-sheet.ts'
import { sheetText } from '../../domain/reports/sheet-words.ts'
import { periodOn } from '../../domain/school/calendar.ts'
import { mayBeTold } from '../../domain/school/consents.ts'
import type { Sending } from '../../domain/school/family-view.ts'
import { lastFirst } from '../../domain/school/names.ts'
import { className } from '../../domain/school/school-view.ts'
import { familyStrips } from '../../print/family-strips.ts'
import { Button } from '../design/button.tsx'
import { cx } from '../design/cx.ts'
import { SelectField, TextField } from '../design/field.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { PdfProgress } from '../papers/pdf-progress.tsx'
import { usePdf } from '../papers/use-pdf.ts'
import { useAppearance } from '../workspace/appearance.ts'
import type { Writing } from '../workspace/undo.ts'
import { consentsTexts } from './consents/texts.ts'
import { deliveryTexts } from './delivery-texts.ts'
import css from './desk.module.css'
import type { FamilyTaskProps } from './families-part.tsx'
import { FamilyRow } from './family-row.tsx'
import { FamilySheetView } from './family-sheet-view.tsx'
import { FamilyWishes } from './family-wishes.tsx'
import { freshId } from './letters/family-thread.tsx'
import { useThreads } from './letters/use-threads.ts'

const idsOf = (states: readonly FamilyState[]) => states.map(({ pupil }) => pupil.id)

type How = ValueOf<'informed'>['how']
/** Characters of a letter in the app. */
const letterLimit = 4000
const ways: readonly How[] = ['paper', 'talk', 'letter', 'email', 'push']
/** Ways by which the relay sends it; the others are done here. */
const isSent = (how: How): how is Sending['how'] => how === 'email' || how === 'push'

/** Известить: the sheets of chosen pupils for some days, by the way chosen, and the record that the families were told. */
export function FamiliesInform({ desk, states, today, write }: FamilyTaskProps) {
  const texts = useTexts().families
  const format = useFormat()
  const { language } = useAppearance()
  const { source, schoolClass } = desk
  const [from, setFrom] = useState(() => periodOn(source.school, schoolClass.grade, today)?.starts ?? today)
  const [to, setTo] = useState(today)
  const [how, setHow] = useState<How>('paper')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [told, setTold] = useState('')
  const delivery = deliveryTexts[language]
  const threads = useThreads(desk)
  const { saving, saveForm, cancel } = usePdf()
  const rows = longestFirst(states)
  const backwards = to < from
  const ready = chosen.size > 0 && from !== '' && to !== '' && !backwards
  const choose = (ids: readonly string[]) => {
    setChosen(new Set(ids))
    setTold('')
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
    const sent = sheets().flatMap((sheet): Writing[] => {
      const { pupil } = sheet
      const document = desk.familyDocument(pupil)
      const thread = threads.find((one) => one.pupil.id === pupil)?.document
      const name = entity.informed(pupil, from, to)
      if (!document) return []
      if (isSent(how))
        return [
          { document, entries: [{ entity: name, attribute: 'informed.asked', value: { from, to, how } }] },
        ]
      const register = {
        document,
        entries: [{ entity: name, attribute: 'informed' as const, value: { from, to, how } }],
      }
      if (how !== 'letter') return [register]
      // Without its letter nobody was told.
      if (!thread) return []
      const text = sheetText(source.school, sheet, letterLimit)
      const value = { subject: deliveryTexts.ru.subject, text }
      return [
        register,
        {
          document: thread,
          entries: [{ entity: entity.letter(schoolVoice, freshId()), attribute: 'letter', value }],
        },
      ]
    })
    write(sent)
    const families = sent.filter(({ document }) => document?.id.startsWith('family/')).length
    const words = how === 'letter' ? delivery.lettersSent : isSent(how) ? delivery.asked : texts.recorded
    setChosen(new Set())
    setTold(words(families))
  }
  const doing = how === 'letter' ? delivery.letters : isSent(how) ? delivery.ask : texts.record
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
      <p className={css.quiet}>{delivery.hint[how]}</p>
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
        {how === 'paper' && (
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
        )}
        <Button look="main" disabled={!ready} onClick={record}>
          {doing(chosen.size)}
        </Button>
        <p role="status">{told}</p>
      </div>
      <PdfProgress saving={saving} onCancel={cancel} />
      <ul className={css.list}>
        {rows.map((state) => {
          const { pupil, family, informed } = state
          const thread = threads.find((one) => one.pupil.id === pupil.id)
          const [sheet] = chosen.has(pupil.id)
            ? familySheets(source, schoolClass, new Set([pupil.id]), { from, to })
            : []
          return (
            <FamilyRow
              key={pupil.id}
              state={state}
              desk={desk}
              write={write}
              thread={thread}
              line={
                <>
                  <span className={state.overdue ? css.act : css.quiet}>
                    {informed
                      ? texts.lastTold(format.day(informed.to), texts.ways[informed.how])
                      : texts.neverTold}
                    {!reachable(state) && `. ${consentsTexts[language].notThisWay}`}
                  </span>
                  {family?.sendings.map((sending) => (
                    <SendingLine key={sending.asked} sending={sending} />
                  ))}
                  {family && thread && <FamilyWishes family={family} thread={thread} />}
                </>
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

/** How far a report is on its way, or why it was not sent. */
function SendingLine({ sending: { from, to, how, failed } }: { sending: Sending }) {
  const texts = deliveryTexts[useAppearance().language]
  const format = useFormat()
  const days = texts.days(format.short(from), format.short(to))
  return failed === undefined ? (
    <span className={css.wish}>
      {texts.sending[how]}, {days}
    </span>
  ) : (
    <span className={cx(css.wish, css.act)}>{texts.failed(days, texts.why[failed][how])}</span>
  )
}
