import { Suspense } from 'react'
import { belongs } from '../../domain/school/class-view.ts'
import { initials } from '../../domain/school/names.ts'
import { classesLedBy, className } from '../../domain/school/school-view.ts'
import { ButtonLink } from '../design/button.tsx'
import { cx } from '../design/cx.ts'
import { useTexts } from '../design/texts/language.tsx'
import { type ClassPart, classParts, href } from '../route.ts'
import { Reading } from '../workspace/reading.tsx'
import { useNow, useSchool, useWorkspace } from '../workspace/workspace.ts'
import css from './class-page.module.css'
import { parts } from './class-parts.ts'
import { DutiesPart } from './duties-part.tsx'
import { useClassDesk } from './use-class.ts'

/** Мой класс: the duties first, then the places where they are done. */
export function ClassPage({
  class: classId,
  part,
  at,
}: {
  class: string
  part: ClassPart | undefined
  at: string | undefined
}) {
  const { session } = useWorkspace()
  const school = useSchool()
  const { date } = useNow()
  const texts = useTexts().ownClass
  const desk = useClassDesk(classId)
  if (!desk) return <Reading loaded={false} />
  const { schoolClass, view } = desk
  const teacher = school.staff.get(schoolClass.classTeacher ?? '')
  const pupils = view.pupils.filter(({ id }) => belongs(view, id, date)).length
  const others = classesLedBy(school, session.profile.person, date).filter(({ id }) => id !== classId)
  const Shown = part === undefined ? DutiesPart : (parts[part]?.screen ?? DutiesPart)
  return (
    <>
      <header className={css.head}>
        <h1>
          {className(schoolClass)}{' '}
          <small>
            {texts.pupils(pupils)}
            {teacher && ` · ${texts.classTeacher(initials(teacher))}`}
          </small>
        </h1>
        {others.map((other) => (
          <ButtonLink key={other.id} href={href({ screen: 'class', class: other.id })} look="quiet">
            {className(other)}
          </ButtonLink>
        ))}
      </header>
      <nav className={css.parts} aria-label={texts.parts}>
        <a
          href={href({ screen: 'class', class: classId })}
          className={cx(css.part, part === undefined && css.on)}
          aria-current={part === undefined ? 'page' : undefined}
        >
          {texts.duties}
        </a>
        {classParts
          .filter((name) => parts[name])
          .map((name) => (
            <a
              key={name}
              href={href({ screen: 'class', class: classId, part: name })}
              className={cx(css.part, part === name && css.on)}
              aria-current={part === name ? 'page' : undefined}
            >
              {texts.part[name]}
            </a>
          ))}
      </nav>
      <Suspense>
        <Shown key={`${part} ${at}`} desk={desk} at={at} />
      </Suspense>
    </>
  )
}
