import type { SetupStep } from '../../../../domain/school/setup-steps.ts'
import { count } from './words.ts'

const pupils = (n: number) => count(n, { one: 'ученик', few: 'ученика', other: 'учеников' })

/** «Школа»: the office's page. */
export const school = {
  title: 'Школа',
  placesTitle: 'Работа',
  places: {
    substitutions: 'Замены',
    workload: 'Нагрузка',
    timetable: 'Расписание',
    keeping: 'Ведение журналов',
    duties: 'Обязанности классных',
    schoolReports: 'Отчёты школы',
    hours: 'Часы учителей',
    movement: 'Движение учеников',
    newYear: 'Новый учебный год',
    people: 'Вход сотрудников',
    familyDiaries: 'Дневники семей',
    advice: 'Вопросы консультанту',
    log: 'Кто что сделал',
    remarks: 'Замечания',
    periods: 'Учебные периоды',
    papers: 'Бумажные копии',
    council: 'Решения педсовета',
  },
  firstDay: 'Первый день',
  doneOf: (done: number, total: number) =>
    done === total ? 'Всё готово: можно вести журналы.' : `Готово ${done} из ${total}.`,
  coming: 'Списки классов ещё загружаются',
  steps: {
    school: 'О школе',
    year: 'Учебный год и звонки',
    subjects: 'Предметы',
    staff: 'Сотрудники',
    classes: 'Классы',
    pupils: 'Ученики и родители',
    groups: 'Деление на группы',
    marks: 'Правила отметок',
    workload: 'Нагрузка',
    timetable: 'Расписание',
  },
  /** How far a step is, in words. */
  state: ({ id, state, count: n, ready, total }: SetupStep): string => {
    switch (id) {
      case 'school':
        return { none: 'Ещё нет', started: 'Укажите название, регион и часовой пояс', done: 'Готово' }[state]
      case 'year':
        return { none: 'Ещё нет', started: 'Нет четвертей или звонков', done: 'Готово' }[state]
      case 'subjects':
        return n === 0 ? 'Ещё нет' : count(n, { one: 'предмет', few: 'предмета', other: 'предметов' })
      case 'staff':
        if (n === 0) return 'Ещё нет'
        return (
          count(n, { one: 'человек', few: 'человека', other: 'человек' }) +
          (state === 'done' ? '' : ', нет ни одного учителя')
        )
      case 'classes':
        if (n === 0) return 'Ещё нет'
        return (
          count(n, { one: 'класс', few: 'класса', other: 'классов' }) +
          (state === 'done' ? '' : `, классный руководитель есть у ${ready}`)
        )
      case 'pupils':
        if (n === 0) return 'Ещё нет'
        return pupils(n) + (state === 'done' ? '' : `, списки есть у ${ready} из ${total} классов`)
      case 'groups':
        if (n === 0) return 'Нет. Нужны, если класс делится на уроке'
        return (
          count(n, { one: 'группа', few: 'группы', other: 'групп' }) +
          (state === 'done' ? '' : `, ученики распределены в ${ready}`)
        )
      case 'marks':
        return state === 'done' ? 'Свои правила школы' : 'Действуют обычные. Проверьте, подходят ли'
      case 'workload':
      case 'timetable':
        return n === 0 ? 'Ещё нет' : `Есть у ${ready} из ${total} классов`
    }
  },
}
