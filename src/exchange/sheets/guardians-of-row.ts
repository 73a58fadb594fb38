import { cellLines } from './cell-text.ts'
import type { ListRow } from './list-rows.ts'
import { readPerson, type SheetPerson } from './person-names.ts'
import type { Remarks } from './sheet.ts'
import type { PupilsField } from './targets.ts'

/** A parent or guardian as a pupil's row tells of him. */
export interface ListedGuardian {
  person: SheetPerson
  relation?: string
  phone?: string
  email?: string
}

const kinds = [
  { name: 'motherName', phone: 'motherPhone', email: 'motherEmail', relation: 'мать' },
  { name: 'fatherName', phone: 'fatherPhone', email: 'fatherEmail', relation: 'отец' },
  { name: 'guardianName', phone: 'guardianPhone', email: 'guardianEmail', relation: '' },
] as const

/** A telephone number inside other text: ten digits at least, however they are grouped. */
const phonePattern = /\+?\d[\d\s()\-–]{8,}\d/

/**
 * The parents and guardians of a pupil's row. One cell may hold several, each on a line of its own, with the telephone
 * beside the name; telephones of another column go with them in order.
 */
export function guardiansOfRow(row: ListRow<PupilsField>, remarks: Remarks): ListedGuardian[] {
  const found: ListedGuardian[] = []
  for (const { name, phone, email, relation } of kinds) {
    const phones = cellLines(row.cell(phone))
    const emails = cellLines(row.cell(email))
    cellLines(row.cell(name)).forEach((line, index) => {
      const own = phonePattern.exec(line)?.[0]
      const told = /^(мать|отец|мама|папа|бабушка|дедушка|опекун)(?![а-яё])/i.exec(line)?.[0].toLowerCase()
      const text = line
        .replace(phonePattern, ' ')
        .replace(/\(?(моб|тел|сот)\.?:?\)?/gi, ' ')
        .slice(told?.length ?? 0)
        .replace(/[:,–-]\s*$|^\s*[:–-]/g, '')
      const person = readPerson(text)
      if (!person) {
        if (/\p{L}/u.test(text))
          remarks.fault(row.row, row.column(name), `«${line}» — нужны фамилия и имя родителя`)
        return
      }
      const kin = relation || told || row.text('guardianRelation')
      const number = own ?? phones[index]
      found.push({
        person,
        ...(kin === '' ? {} : { relation: kin }),
        ...(number === undefined ? {} : { phone: number.trim().slice(0, 60) }),
        ...(emails[index] === undefined ? {} : { email: emails[index] }),
      })
    })
  }
  return found
}
