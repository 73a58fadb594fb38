import { useState } from 'react'
import { classDocument, entity } from '../../domain/ledger/documents.ts'
import { yearOn } from '../../domain/policy/access.ts'
import { belongs, type ClassView, type Pupil, readClass } from '../../domain/school/class-view.ts'
import { fullName } from '../../domain/school/names.ts'
import { className, type SchoolClass } from '../../domain/school/school-view.ts'
import { classesOfYear } from '../../domain/school/setup-steps.ts'
import { Button, ButtonLink } from '../design/button.tsx'
import { SelectField, TextField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { href } from '../route.ts'
import { Reading } from '../workspace/reading.tsx'
import { useUndo } from '../workspace/undo.ts'
import { useDocument } from '../workspace/use-documents.ts'
import { useNow, useSchool, viewOf } from '../workspace/workspace.ts'
import css from './council.module.css'

/** Решения педсовета: what the council decided on each pupil of a class at the end of the year. */
export function CouncilPage() {
  const { council: texts, setup } = useTexts()
  const school = useSchool()
  const { date } = useNow()
  const classes = classesOfYear(school, yearOn(school, date) ?? '')
  const [chosen, setChosen] = useState<string>()
  const schoolClass = classes.find(({ id }) => id === chosen) ?? classes[0]
  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{texts.title}</h1>
        <ButtonLink look="quiet" icon="back" href={href({ screen: 'setup' })}>
          {setup.back}
        </ButtonLink>
      </header>
      <p className={css.quiet}>{texts.lead}</p>
      {schoolClass ? (
        <>
          <SelectField
            label={texts.class}
            value={schoolClass.id}
            onChange={({ target }) => setChosen(target.value)}
          >
            {classes.map((one) => (
              <option key={one.id} value={one.id}>
                {className(one)}
              </option>
            ))}
          </SelectField>
          <OfClass key={schoolClass.id} schoolClass={schoolClass} />
        </>
      ) : (
        <Notice tone="empty" icon="alert" title={texts.noClasses} />
      )}
    </div>
  )
}

function OfClass({ schoolClass }: { schoolClass: SchoolClass }) {
  const { council: texts } = useTexts()
  const { date: today } = useNow()
  const document = useDocument(classDocument(schoolClass.id))
  const view = document && viewOf(document.fold, readClass)
  const given = [...(view?.council ?? [])].find(([name]) => name.startsWith(`${schoolClass.year},`))?.[1]
  const [typedDate, setDate] = useState<string>()
  const [typedNumber, setNumber] = useState<string>()
  const [text, setText] = useState(usual(schoolClass, texts))
  const { write, undo, canUndo } = useUndo(document)
  if (!view) return <Reading loaded={false} />
  const pupils = view.pupils.filter(({ id }) => belongs(view, id, today))
  if (pupils.length === 0) return <Notice tone="empty" icon="person" title={texts.empty} />
  const record = { date: typedDate ?? given?.date ?? today, number: typedNumber ?? given?.number ?? '' }
  const decide = (whom: readonly Pupil[], words: string) =>
    write(
      whom.map(({ id }) => ({
        entity: entity.council(schoolClass.year, id),
        attribute: 'council',
        value: decision(words, record),
      })),
    )
  const left = pupils.filter(({ id }) => !decisionOn(view, schoolClass, id))
  return (
    <>
      <div className={css.row}>
        <TextField
          label={texts.date}
          type="date"
          value={record.date}
          onChange={({ target }) => setDate(target.value)}
        />
        <TextField
          label={texts.number}
          value={record.number}
          maxLength={40}
          onChange={({ target }) => setNumber(target.value)}
        />
        <TextField
          label={texts.text}
          value={text}
          maxLength={500}
          onChange={({ target }) => setText(target.value)}
        />
      </div>
      <div className={css.row}>
        {left.length > 0 ? (
          <Button look="main" disabled={text.trim() === ''} onClick={() => decide(left, text)}>
            {texts.forRest(left.length)}
          </Button>
        ) : (
          <p>{texts.all}</p>
        )}
        <Button look="quiet" icon="undo" disabled={!canUndo} onClick={undo}>
          {texts.undo}
        </Button>
        <ButtonLink
          look="quiet"
          icon="note"
          href={href({
            screen: 'class',
            class: schoolClass.id,
            part: 'reports',
            at: `summary-marks ${schoolClass.year}/year`,
          })}
        >
          {texts.summary}
        </ButtonLink>
      </div>
      <ol className={css.pupils}>
        {pupils.map((pupil, index) => (
          <li key={pupil.id}>
            <span className={css.quiet}>{index + 1}</span>
            <span>{fullName(pupil)}</span>
            <Decision
              label={texts.of(fullName(pupil))}
              text={decisionOn(view, schoolClass, pupil.id)?.text ?? ''}
              onText={(words) => decide([pupil], words)}
            />
          </li>
        ))}
      </ol>
    </>
  )
}

/** One pupil's decision; written when the field is left. */
function Decision({ label, text, onText }: { label: string; text: string; onText: (text: string) => void }) {
  const [typed, setTyped] = useState<string>()
  return (
    <input
      className={css.decision}
      aria-label={label}
      autoComplete="off"
      maxLength={500}
      value={typed ?? text}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={() => {
        if (typed !== undefined && typed.trim() !== text) onText(typed)
        setTyped(undefined)
      }}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') currentTarget.blur()
      }}
    />
  )
}

const decisionOn = (view: ClassView, { year }: SchoolClass, pupil: string) =>
  view.council.get(`${year},${pupil}`)

/** Null takes a decision back. */
function decision(text: string, { date, number }: { date: string; number: string }) {
  const words = text.trim()
  if (words === '') return null
  const said = { text: words, date, number: number.trim() }
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ''))
}

/** What is decided on most pupils of the grade. */
function usual(
  { grade }: SchoolClass,
  texts: { up: (grade: number) => string; basic: string; middle: string },
): string {
  if (grade === 9) return texts.basic
  return grade === 11 ? texts.middle : texts.up(grade + 1)
}
