import { useState } from 'react'
import { useTexts } from '../design/texts/language.tsx'
import css from './lesson.module.css'
import type { Fields, LessonSection } from './lesson.tsx'
import { LessonFields } from './lesson-fields.tsx'

/** Topic and homework: of the one journal, or of several, at once or each with its own. */
export function SectionFields({
  sections,
  common,
}: {
  sections: readonly LessonSection[]
  common: Fields | undefined
}) {
  const { places } = useTexts()
  const [together, setTogether] = useState(() => new Set(sections.map(shownOf)).size === 1)
  const [first] = sections
  if (!first) return null
  if (sections.length === 1)
    return <LessonFields {...first.fields} roll={first.roll} writable={canWrite(first)} />
  return (
    <div className={css.joint}>
      {common && (
        <label className={css.together}>
          <input type="checkbox" checked={together} onChange={({ target }) => setTogether(target.checked)} />
          {places.sameForAll}
        </label>
      )}
      {common && together ? (
        <LessonFields {...common} roll={sections.every(({ roll }) => roll)} writable />
      ) : (
        sections.map((section) => (
          <section key={section.id} aria-label={section.title}>
            <h2 className={css.part}>{section.title}</h2>
            <LessonFields {...section.fields} roll={section.roll} writable={canWrite(section)} />
          </section>
        ))
      )}
    </div>
  )
}

/** Topic and homework may be written ahead of the day. */
function canWrite({ readOnly }: LessonSection): boolean {
  return readOnly === undefined || readOnly.kind === 'future'
}

/** What a section shows as topic and homework, to compare. */
function shownOf({ fields: { topic, plan, homework } }: LessonSection): string {
  return JSON.stringify([topic ?? plan?.topic, homework])
}
