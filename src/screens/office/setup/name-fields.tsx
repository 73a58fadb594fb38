import type { PersonName } from '../../../domain/school/names.ts'
import type { SheetPerson } from '../../../exchange/sheets/person-names.ts'
import { TextField } from '../../design/field.tsx'
import { useTexts } from '../../design/texts/language.tsx'

export interface NameDraft {
  last: string
  first: string
  middle: string
}

/** A name to change; an empty one where there is nobody yet. */
export function namePart(person?: { last: string; first: string; middle?: string | undefined }): NameDraft {
  return { last: person?.last ?? '', first: person?.first ?? '', middle: person?.middle ?? '' }
}

/** The name that was entered; undefined without a surname or a first name. */
export function readName(draft: NameDraft): { last: string; first: string; middle?: string } | undefined {
  const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()
  const [last, first, middle] = [tidy(draft.last), tidy(draft.first), tidy(draft.middle)]
  if (last === '' || first === '') return undefined
  return { last, first, ...(middle === '' ? {} : { middle }) }
}

/** A name as lists are compared by it. */
export function toPerson({ last, first, middle }: PersonName): SheetPerson {
  return { last, first, ...(middle ? { middle } : {}) }
}

const longest = 80

/** Surname, first name, patronymic. */
export function NameFields({
  name,
  tried,
  focus = true,
  onName,
}: {
  name: NameDraft
  tried: boolean
  /** Whether the surname takes the focus. */
  focus?: boolean
  onName: (name: NameDraft) => void
}) {
  const { setup } = useTexts()
  return (
    <>
      {(['last', 'first', 'middle'] as const).map((part) => (
        <TextField
          key={part}
          label={setup.staff.fields[part]}
          value={name[part]}
          maxLength={longest}
          autoFocus={focus && part === 'last'}
          problem={tried && part !== 'middle' && name[part].trim() === '' ? setup.wanted : undefined}
          onChange={({ target }) => onName({ ...name, [part]: target.value })}
        />
      ))}
    </>
  )
}
