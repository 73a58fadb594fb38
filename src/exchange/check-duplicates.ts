import { type Checking, eachRow } from './checking.ts'
import { type RowOf, type TableName, tableNames } from './layout.ts'
import { rowKey } from './row-keys.ts'

/** The column to look at and what to say of a second row with the key of an earlier one. */
const wording: { readonly [T in TableName]: readonly [column: string, (row: RowOf<T>) => string] } = {
  school: ['id', () => 'школа в папке может быть только одна'],
  years: ['id', ({ id }) => `учебный год «${id}» уже описан`],
  periods: ['id', ({ id }) => `период «${id}» уже описан`],
  holidays: ['starts', ({ starts }) => `каникулы с ${starts} по тот же день для тех же классов уже записаны`],
  bells: ['number', ({ number }) => `звонок ${number} уже описан`],
  subjects: ['id', ({ id }) => `предмет «${id}» уже описан`],
  staff: ['id', ({ id }) => `сотрудник «${id}» уже описан`],
  classes: ['id', ({ id }) => `класс «${id}» уже описан`],
  pupils: ['id', ({ id }) => `ученик «${id}» уже описан`],
  movements: ['date', ({ pupil, date }) => `такое же движение ученика «${pupil}» за ${date} уже записано`],
  guardians: ['id', ({ id }) => `родитель «${id}» уже описан`],
  groups: ['id', ({ id }) => `группа «${id}» уже описана`],
  group_members: [
    'pupil',
    ({ pupil, group }) => `ученик «${pupil}» уже записан в группу «${group}» с этого дня`,
  ],
  assignments: [
    'teacher',
    ({ teacher }) => `нагрузка учителя «${teacher}» в этом журнале с этого дня уже записана`,
  ],
  timetable: ['bell', ({ weekday, bell }) => `в расписании журнала день ${weekday}, урок ${bell} уже занят`],
  plan: ['number', ({ number }) => `в плане этого журнала урок № ${number} уже есть`],
  lessons: ['id', ({ id }) => `урок с номером «${id}» уже есть`],
  works: ['id', ({ id }) => `работа с номером «${id}» уже есть`],
  marks: ['mark', ({ pupil }) => `у ученика «${pupil}» уже есть отметка за эту работу на этом уроке`],
  attendance: ['pupil', ({ pupil }) => `явка ученика «${pupil}» на этом уроке уже записана`],
  absence_spans: [
    'from',
    ({ pupil, from }) => `отсутствие ученика «${pupil}» с ${from} уже записано точно так же`,
  ],
  pupil_modes: ['from', ({ pupil, from }) => `форма обучения ученика «${pupil}» с ${from} уже записана`],
  period_marks: [
    'mark',
    ({ pupil, subject, period }) =>
      `у ученика «${pupil}» уже есть отметка за «${period}» по предмету «${subject}»`,
  ],
}

/** Two rows of one key in one file: the ledger could not tell them apart, and nobody could say which is meant. */
export function checkDuplicates(checking: Checking): void {
  for (const table of tableNames) checkTable(checking, table)
}

function checkTable<T extends TableName>(checking: Checking, table: T): void {
  const [column, words] = wording[table] as (typeof wording)[T]
  const key = rowKey[table] as (row: RowOf<T>) => string
  const first = new Map<string, number>()
  eachRow(checking, table, (row, index) => {
    const earlier = first.get(key(row))
    if (earlier === undefined) first.set(key(row), index)
    else
      checking.problem(
        table,
        index,
        column,
        `${words(row)} (${checking.place(table, earlier)}): оставьте одну строку`,
      )
  })
}
