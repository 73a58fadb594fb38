import { useMemo, useState } from 'react'
import { entity } from '../../domain/ledger/documents.ts'
import { periodsOfGrade } from '../../domain/reports/report-period.ts'
import { russianDate } from '../../domain/reports/table.ts'
import { classList, classListTable, conductWords, type ListedPupil } from '../../domain/school/class-list.ts'
import { fullName } from '../../domain/school/names.ts'
import { className } from '../../domain/school/school-view.ts'
import { classListForm } from '../../print/class-list-form.ts'
import { reportSignatures } from '../../print/signatures.ts'
import { Button } from '../design/button.tsx'
import { SelectField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { PdfProgress } from '../papers/pdf-progress.tsx'
import { saveXlsx } from '../papers/save-table.ts'
import { usePdf } from '../papers/use-pdf.ts'
import { useUndo } from '../workspace/undo.ts'
import { useNow } from '../workspace/workspace.ts'
import type { PartProps } from './class-parts.ts'
import css from './desk.module.css'
import listCss from './list-part.module.css'

/** Список: the pupils of the class, groups, special terms, movement, and conduct by period (clause 5.3.1). */
export function ListPart({ desk }: PartProps) {
  const texts = useTexts().classList
  const { date } = useNow()
  const { source, schoolClass, view, classDocument } = desk
  const { school } = source
  const list = useMemo(() => classList(school, schoolClass, view, date), [school, schoolClass, view, date])
  const periods = periodsOfGrade(school, schoolClass.year, schoolClass.grade)
  const [chosen, setChosen] = useState<string>()
  const current = periods.findLast(({ starts }) => starts <= date) ?? periods[0]
  const period = periods.find(({ id }) => id === chosen) ?? current
  const { write, undo, canUndo } = useUndo(classDocument)
  const { saving, saveForm, cancel } = usePdf()
  const table = classListTable(list, schoolClass, view, { period, date })
  const file = `${texts.file} ${className(schoolClass)}`
  if (list.length === 0)
    return (
      <Notice tone="empty" icon="person" title={texts.empty}>
        {texts.emptyHelp}
      </Notice>
    )
  const inside = list.filter(({ number }) => number !== undefined)
  const left = list.filter(({ number }) => number === undefined)
  const row = (one: ListedPupil) => (
    <PupilRow
      key={one.pupil.id}
      listed={one}
      conduct={
        period && one.number !== undefined
          ? {
              label: texts.conductOf(fullName(one.pupil), period.title),
              value: view.conduct.get(`${period.id},${one.pupil.id}`) ?? '',
              onChange: (value) =>
                write([
                  {
                    entity: entity.conduct(period.id, one.pupil.id),
                    attribute: 'conduct',
                    value: value === '' ? null : value,
                  },
                ]),
            }
          : undefined
      }
    />
  )
  return (
    <div className={css.page}>
      <div className={css.row}>
        {period && (
          <SelectField
            label={texts.period}
            value={period.id}
            onChange={({ target }) => setChosen(target.value)}
          >
            {periods.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </SelectField>
        )}
        <Button
          icon="install"
          disabled={saving.kind === 'printing'}
          onClick={() =>
            void saveForm(
              file,
              classListForm(
                school.profile?.name ?? '',
                table,
                reportSignatures(school, schoolClass).slice(0, 1),
              ),
              table,
            )
          }
        >
          {texts.pdf}
        </Button>
        <Button icon="install" onClick={() => void saveXlsx(file, table)}>
          {texts.xlsx}
        </Button>
        <Button look="quiet" icon="undo" disabled={!canUndo} onClick={undo}>
          {texts.undo}
        </Button>
      </div>
      <PdfProgress saving={saving} onCancel={cancel} />
      <ol className={listCss.rows}>{inside.map(row)}</ol>
      {left.length > 0 && (
        <section className={css.section} aria-label={texts.left}>
          <h2>{texts.left}</h2>
          <ul className={listCss.rows}>{left.map(row)}</ul>
        </section>
      )}
    </div>
  )
}

function PupilRow({
  listed: { pupil, number, groups, mode, exemption, movements },
  conduct,
}: {
  listed: ListedPupil
  conduct: { label: string; value: string; onChange: (value: string) => void } | undefined
}) {
  const texts = useTexts().classList
  const format = useFormat()
  const special = [
    ...(mode ? [texts.modes[mode]] : []),
    ...(exemption === undefined ? [] : [exemption === '' ? texts.exempt : texts.medical(exemption)]),
  ]
  return (
    <li>
      <span className={css.quiet}>{number}</span>
      <div>
        <b>{fullName(pupil)}</b>
        {pupil.born && <span className={css.quiet}> {format.date(pupil.born)}</span>}
        {groups.length > 0 && <p className={css.quiet}>{groups.map(({ name }) => name).join(', ')}</p>}
        {special.length > 0 && <p>{special.join(', ')}</p>}
        {movements.map((movement) => (
          <p key={`${movement.kind} ${movement.date}`}>
            {texts.movements[movement.kind](format.date(movement.date))}
            {movement.place && `, ${movement.place}`}
            {movement.orderNo &&
              `, ${texts.order(movement.orderNo, movement.orderDate && russianDate(movement.orderDate))}`}
          </p>
        ))}
      </div>
      {conduct && (
        <select
          className={listCss.conduct}
          aria-label={conduct.label}
          value={conduct.value}
          onChange={({ target }) => conduct.onChange(target.value)}
        >
          <option value="">{texts.noConduct}</option>
          {[...new Set([...conductWords, ...(conduct.value === '' ? [] : [conduct.value])])].map((word) => (
            <option key={word} value={word}>
              {word}
            </option>
          ))}
        </select>
      )}
    </li>
  )
}
