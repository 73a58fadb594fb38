import type { LateChange } from '../../domain/duties/changed-after.ts'
import { readJournalName } from '../../domain/ledger/documents.ts'
import { lastFirst } from '../../domain/school/names.ts'
import { subjectTitle } from '../../domain/school/titles.ts'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { factInWords, valueInWords } from '../journal/fact-words.ts'
import { cellHref } from '../workspace/attention.tsx'
import { useAuthors } from '../workspace/authors.ts'
import type { ClassDesk } from './use-class.ts'
import css from './week-part.module.css'

/** What changed after a signature, each leading to its cell: who, when, from what to what. */
export function LateChanges({
  changes,
  desk,
}: {
  changes: readonly (LateChange & { journal: string })[]
  desk: ClassDesk
}) {
  const texts = useTexts().week
  const format = useFormat()
  const authors = useAuthors()
  const nameOf = (id: string) => {
    const pupil = desk.view.pupils.find((one) => one.id === id)
    return pupil && lastFirst(pupil)
  }
  return (
    <ul className={css.changes}>
      {changes.map((change) => {
        const { journal, entity, attribute, before, after, author, at } = change
        const key = readJournalName(journal)
        return (
          <li key={`${journal} ${entity} ${attribute}`}>
            <a href={cellHref(journal, entity)}>
              {key && subjectTitle(desk.source.school, key)},{' '}
              {factInWords({ entity, attribute, value: after }, format, nameOf)}
            </a>
            <span className={css.quiet}>
              {texts.was(valueInWords(attribute, before))} · {authors(author)}, {format.moment(at)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
