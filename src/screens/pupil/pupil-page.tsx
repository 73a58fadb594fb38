import { useMemo } from 'react'
import { classDocument } from '../../domain/ledger/documents.ts'
import { belongs, readClass } from '../../domain/school/class-view.ts'
import { fullName } from '../../domain/school/names.ts'
import { className } from '../../domain/school/school-view.ts'
import { classesOfYear } from '../../domain/school/setup-steps.ts'
import { classTitle } from '../../domain/school/titles.ts'
import { Button } from '../design/button.tsx'
import { SelectField } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import css from '../office/setup/setup.module.css'
import { navigate } from '../route.ts'
import { showToPupil } from '../show/showing.ts'
import { useDocument } from '../workspace/use-documents.ts'
import { useActor, useNow, useSchool, viewOf } from '../workspace/workspace.ts'
import { FormerMarks } from './former-marks.tsx'
import { Exemptions, Modes } from './terms.tsx'

/** A pupil apart from the class: how he is taught, exempt from what, marks of a former school. */
export function PupilPage({ class: classId, pupil }: { class: string; pupil: string | undefined }) {
  const school = useSchool()
  const { office } = useActor()
  const { date } = useNow()
  const { pupil: texts, show } = useTexts()
  const document = useDocument(useMemo(() => classDocument(classId), [classId]))
  const view = document && viewOf(document.fold, readClass)
  const inClass = view?.pupils.filter(({ id }) => belongs(view, id, date)) ?? []
  const card = inClass.find(({ id }) => id === pupil)
  const year = school.classes.get(classId)?.year
  const classes = office && year !== undefined ? classesOfYear(school, year) : []
  return (
    <div className={css.page}>
      <h1>
        {card ? fullName(card) : texts.title}, {classTitle(school, classId)}
      </h1>
      <p className={css.lead}>{texts.lead}</p>
      {classes.length > 0 && (
        <div className={css.fields}>
          <SelectField
            label={texts.class}
            value={classId}
            onChange={({ target }) => navigate({ screen: 'pupil', class: target.value })}
          >
            {classes.map((own) => (
              <option key={own.id} value={own.id}>
                {className(own)}
              </option>
            ))}
          </SelectField>
        </div>
      )}
      {!document || !view || inClass.length === 0 ? (
        <Notice tone="empty" icon="person">
          {texts.noClass}
        </Notice>
      ) : (
        <>
          <div className={css.fields}>
            <SelectField
              label={texts.choose}
              value={card?.id ?? ''}
              onChange={({ target }) => navigate({ screen: 'pupil', class: classId, pupil: target.value })}
            >
              <option value="" disabled>
                {texts.nobody}
              </option>
              {inClass.map((one) => (
                <option key={one.id} value={one.id}>
                  {fullName(one)}
                </option>
              ))}
            </SelectField>
          </div>
          {card && (
            <>
              <div className={css.buttons}>
                <Button
                  icon="person"
                  title={show.hint}
                  onClick={() => showToPupil({ class: classId, pupil: card.id })}
                >
                  {show.toPupil}
                </Button>
              </div>
              <FormerMarks key={card.id} class={classId} pupil={card.id} members={view} />
              <Modes key={`m ${card.id}`} document={document} view={view} pupil={card.id} editable={office} />
              <Exemptions
                key={`e ${card.id}`}
                document={document}
                view={view}
                pupil={card.id}
                editable={office}
              />
            </>
          )}
        </>
      )}
    </div>
  )
}
