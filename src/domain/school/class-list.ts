import type { Table } from '../reports/table.ts'
import { russianDate } from '../reports/table.ts'
import { belongs, type ClassView, inGroup, isEntry, type Movement, type Pupil } from './class-view.ts'
import { exemptionOn } from './exemption.ts'
import { fullName } from './names.ts'
import { className, covers, type Group, type SchoolClass, type SchoolView } from './school-view.ts'

/** A pupil as the class list shows him. */
export interface ListedPupil {
  pupil: Pupil
  /** Place in the list; undefined of who has left. */
  number: number | undefined
  groups: Group[]
  /** Taught at home or in the family. */
  mode: 'home' | 'family' | undefined
  /** Medical group, '' for an exemption altogether. */
  exemption: string | undefined
  /** Orders beyond the enrolment on the year's first day: who came, who left. */
  movements: Movement[]
}

/** Usual words for conduct; others may stand in the ledger. */
export const conductWords = ['примерное', 'хорошее', 'удовлетворительное', 'неудовлетворительное'] as const

const conductShort: Readonly<Record<string, string>> = {
  примерное: 'прим.',
  хорошее: 'хор.',
  удовлетворительное: 'удовл.',
  неудовлетворительное: 'неуд.',
}

/** A word for conduct as it stands in a narrow column; an unusual one whole. */
export function shortConduct(word: string): string {
  return conductShort[word] ?? word
}

/** Pupils of a class on a date in order of names; who has left stands at the end. */
export function classList(
  school: Pick<SchoolView, 'groups' | 'years'>,
  { id: classId, year }: SchoolClass,
  view: ClassView,
  date: string,
): ListedPupil[] {
  const starts = school.years.find(({ id }) => id === year)?.starts ?? ''
  const groups = [...school.groups.values()].filter((group) => group.class === classId)
  const inside = view.pupils.filter(({ id }) => belongs(view, id, date))
  const left = view.pupils.filter(
    ({ id }) =>
      !belongs(view, id, date) &&
      view.movements.some((movement) => movement.pupil === id && movement.date <= date),
  )
  const listed = (pupil: Pupil, number: number | undefined): ListedPupil => {
    const exempt = exemptionOn(view, pupil.id, date)
    return {
      pupil,
      number,
      groups: number === undefined ? [] : groups.filter(({ id }) => inGroup(view, id, pupil.id, date)),
      mode: view.modes.find((mode) => mode.pupil === pupil.id && covers(mode, date))?.mode,
      exemption: exempt && (exempt.group ?? ''),
      movements: view.movements.filter(
        (movement) => movement.pupil === pupil.id && !(isEntry(movement) && movement.date <= starts),
      ),
    }
  }
  return [
    ...inside.map((pupil, index) => listed(pupil, index + 1)),
    ...left.map((pupil) => listed(pupil, undefined)),
  ]
}

const movementWords: Record<Movement['kind'], string> = {
  enrolled: 'зачислен(а)',
  arrived: 'прибыл(а)',
  moved_in: 'переведён(а) сюда',
  moved_out: 'переведён(а) отсюда',
  left: 'выбыл(а)',
  expelled: 'отчислен(а)',
}

/** «выбыл(а) 12.11.2025, МБОУ «СОШ № 1», пр. 52-у от 11.11.2025» */
export function movementLine({ kind, date, place, orderNo, orderDate }: Movement): string {
  const order =
    orderNo === undefined ? '' : `, пр. ${orderNo}${orderDate ? ` от ${russianDate(orderDate)}` : ''}`
  return `${movementWords[kind]} ${russianDate(date)}${place ? `, ${place}` : ''}${order}`
}

/** The list as a table for paper and spreadsheets; conduct of the period given. */
export function classListTable(
  list: readonly ListedPupil[],
  schoolClass: SchoolClass,
  { conduct }: Pick<ClassView, 'conduct'>,
  { period, date }: { period: { id: string; title: string } | undefined; date: string },
): Table {
  return {
    title: 'Список класса',
    subtitle: `${className(schoolClass)} класс · на ${russianDate(date)}`,
    columns: [
      { title: '№' },
      { title: 'Фамилия, имя, отчество' },
      { title: 'Дата рождения' },
      { title: 'Группы' },
      { title: 'Особые условия' },
      { title: 'Движение' },
      ...(period ? [{ title: `Поведение, ${period.title}` }] : []),
    ],
    rows: list.map(({ pupil, number, groups, mode, exemption, movements }) => [
      number ?? null,
      fullName(pupil),
      pupil.born ? russianDate(pupil.born) : null,
      groups.map(({ name }) => name).join(', ') || null,
      specialWords(mode, exemption) || null,
      movements.map(movementLine).join('; ') || null,
      ...(period ? [conduct.get(`${period.id},${pupil.id}`) ?? null] : []),
    ]),
    totals: [],
    footnotes: [],
  }
}

function specialWords(mode: ListedPupil['mode'], exemption: string | undefined): string {
  return [
    ...(mode ? [{ home: 'обучение на дому', family: 'семейное образование' }[mode]] : []),
    ...(exemption === undefined
      ? []
      : [exemption === '' ? 'освобождён(а) от физкультуры' : `физкультура: ${exemption}`]),
  ].join(', ')
}
