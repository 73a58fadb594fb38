import { entity } from '../../domain/ledger/documents.ts'
import { fullName } from '../../domain/school/names.ts'
import { className } from '../../domain/school/school-view.ts'
import { staffTitle } from '../../domain/school/titles.ts'
import { acquaintanceForm } from '../../print/acquaintance-form.ts'
import { Button, ButtonLink } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { PdfProgress } from '../papers/pdf-progress.tsx'
import { usePdf } from '../papers/use-pdf.ts'
import { href } from '../route.ts'
import { useUndo } from '../workspace/undo.ts'
import { useNow, useWorkspace } from '../workspace/workspace.ts'
import type { PartProps } from './class-parts.ts'
import css from './desk.module.css'

/** The edition of the text below; with another one everybody is acquainted anew. */
const edition = '1'

/** Инструкция: the duties clause by clause, each leading to its place, and who is acquainted with them. */
export function InstructionPart({ desk }: PartProps) {
  const texts = useTexts().instruction
  const { ownClass } = useTexts()
  const format = useFormat()
  const { session } = useWorkspace()
  const { date } = useNow()
  const { source, schoolClass, records, classDocument } = desk
  const { person } = session.profile
  const { school } = source
  const { write } = useUndo(classDocument)
  const { saving, saveForm, cancel } = usePdf()
  const own = records.acquainted.get(`${schoolClass.year},${person}`)
  const confirmed = own?.version === edition ? own : undefined
  const mine = schoolClass.classTeacher === person
  const register = [...records.acquainted].flatMap(([key, { date: on, version }]) => {
    const [year, who] = key.split(',')
    if (year !== schoolClass.year || !who) return []
    const member = school.staff.get(who)
    return [{ name: member ? fullName(member) : staffTitle(school, who), date: on, version }]
  })
  const print = () => {
    const form = acquaintanceForm(school.profile?.name ?? '', className(schoolClass), texts.clauses, register)
    void saveForm(`${texts.file} ${className(schoolClass)}`, form, { clauses: texts.clauses, register })
  }
  return (
    <div className={css.page}>
      {confirmed ? (
        <Notice icon="check" title={texts.confirmed(format.day(confirmed.date))} />
      ) : (
        <p>{texts.lead}</p>
      )}
      <ul className={css.list}>
        {texts.clauses.map(({ clause, title, text, part }) => (
          <li key={clause}>
            <div>
              <b>
                {clause} {title}
              </b>
              <p>{text}</p>
            </div>
            {part && (
              <ButtonLink look="quiet" href={href({ screen: 'class', class: schoolClass.id, part })}>
                {ownClass.part[part]}
              </ButtonLink>
            )}
          </li>
        ))}
      </ul>
      <div className={css.actions}>
        {!confirmed && mine && (
          <Button
            look="main"
            big
            onClick={() =>
              write([
                {
                  entity: entity.acquainted(schoolClass.year, person),
                  attribute: 'acquainted',
                  value: { date, version: edition },
                },
              ])
            }
          >
            {texts.confirm}
          </Button>
        )}
        <Button icon="install" disabled={saving.kind === 'printing'} onClick={print}>
          {texts.pdf}
        </Button>
      </div>
      <PdfProgress saving={saving} onCancel={cancel} />
      {register.length > 0 && (
        <section className={css.section} aria-label={texts.register}>
          <h2>{texts.register}</h2>
          <ul>
            {register.map(({ name, date: on }) => (
              <li key={name}>
                {name}, {format.date(on)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
