import { count, inflect } from './words.ts'

/** Taking a matrix that a school has: workload, timetable. */
export const matrix = {
  columns: 'Где что стоит',
  teacher: 'Столбец с учителями',
  subject: 'Столбец с предметами',
  day: 'Столбец с днями недели',
  lesson: 'Столбец с номерами уроков',
  noColumn: 'не найден',
  classes: (names: string) => (names === '' ? 'Классы в таблице не найдены.' : `Классы: ${names}`),
  unknownTitle: 'Кого и что имели в виду',
  unknownLead: 'Этих названий в школе нет. Выберите, что они значат, или пропустите.',
  unknown: {
    teacher: (text: string) => `Учитель «${text}»`,
    subject: (text: string) => `Предмет «${text}»`,
    class: (text: string) => `Класс «${text}»`,
  },
  times: (n: number) => `встречается ${count(n, { one: 'раз', few: 'раза', other: 'раз' })}`,
  choose: 'Выберите',
  nearest: 'Похожие',
  others: 'Остальные',
  skip: 'Пропустить',
  remembered: 'Сокращения предметов запомним: в следующий раз спрашивать не придётся.',
  faultsTitle: 'Исправьте или пропустите',
  skipCell: (cell: string) => `Пропустить клетку ${cell}`,
  skipped: (n: number) =>
    `${inflect(n, { one: 'Пропущена', other: 'Пропущено' })} ${count(n, { one: 'клетка', few: 'клетки', other: 'клеток' })}`,
  unskip: 'Вернуть',
  notes: (n: number) =>
    `Обратите внимание: ${count(n, { one: 'замечание', few: 'замечания', other: 'замечаний' })}`,
  preview: 'Что получится',
  waiting: 'Сначала ответьте на вопросы выше: до этого ничего не записывается.',
  same: 'Всё это уже стоит: записывать нечего.',
  back: 'Назад',
  again: 'Другая таблица',
  from: 'Действует с',
  timetable: {
    title: 'Расписание из файла',
    lead: 'Сетка, какая есть в школе: строки — дни и уроки, столбцы — классы.',
    summary: (put: number, ended: number) =>
      [put > 0 && `Новых уроков в неделе: ${put}`, ended > 0 && `старых больше не будет: ${ended}`]
        .filter(Boolean)
        .join(', '),
    clashes: (n: number) =>
      n === 0
        ? 'накладок нет'
        : `${count(n, { one: 'накладка', few: 'накладки', other: 'накладок' })}, их можно исправить потом`,
    take: 'Взять расписание',
  },
  workload: {
    title: 'Нагрузка из файла',
    lead: 'Таблица, какая есть в школе: строки — учителя и предметы, столбцы — классы, в клетках часы.',
    summary: (put: number, changed: number, ended: number) =>
      [
        put > 0 && `Новых назначений: ${put}`,
        changed > 0 && `с другими часами: ${changed}`,
        ended > 0 && `закончится: ${ended}`,
      ]
        .filter(Boolean)
        .join(', '),
    put: 'Новые',
    changed: 'С другими часами',
    ended: 'Закончатся',
    groups: (n: number) => `Новых групп: ${n}. Распределите по ним учеников.`,
    take: 'Взять нагрузку',
  },
}
