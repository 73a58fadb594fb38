import { initials } from '../domain/school/names.ts'
import type { SchoolClass, SchoolView, StaffMember } from '../domain/school/school-view.ts'

/** Somebody who signs: his part in it, and his name when it is known. */
export interface SignatureLine {
  role: string
  name: string | undefined
  /** The school's stamp goes beside. */
  stamp?: boolean
}

/**
 * Who signs every report: the class teacher, and the deputy head who takes it. The school's records don't say who the
 * deputy is; where the office is one person it is this one, else the name is left to be written by hand.
 */
export function reportSignatures(
  { staff }: Pick<SchoolView, 'staff'>,
  { classTeacher }: Pick<SchoolClass, 'classTeacher'>,
): SignatureLine[] {
  const office = [...staff.values()].filter(({ roles }) => roles.includes('office'))
  const nameOf = (member: StaffMember | undefined) => member && initials(member)
  return [
    { role: 'Классный руководитель', name: nameOf(staff.get(classTeacher ?? '')) },
    {
      role: 'Принято: заместитель директора по УВР',
      name: nameOf(office.length === 1 ? office[0] : undefined),
    },
  ]
}

/** Who signs what the office makes of the whole school. */
export const officeSignatures: SignatureLine[] = [
  { role: 'Составил: заместитель директора по УВР', name: undefined },
  { role: 'Директор', name: undefined, stamp: true },
]
