import { count } from './words.ts'

const days = (n: number) => count(n, { one: 'день', few: 'дня', other: 'дней' })

/** «Обязанности классных»: the office's page. */
export const officeDuties = {
  title: 'Обязанности классных руководителей',
  time: 'За какое время',
  duty: 'Обязанность',
  all: 'Все',
  class: 'Класс',
  noTeacher: 'классный руководитель не назначен',
  noYear: 'Учебный год ещё не заведён',
  noClasses: 'Классов в этом году нет',
  noClass: 'Этого класса в этом году нет',
  kinds: {
    reconcile: 'Сверка недели',
    control: 'Контроль журналов',
    inform: 'Извещение родителей',
    monitor: 'Кто читает дневник',
    check: 'Сверка данных',
    report: 'Отчёты',
    paper: 'Бумажная копия',
    groups: 'Группы',
    consent: 'Согласия',
    acquaint: 'Ознакомление',
  },
  overdue: (n: number, late: number) =>
    n === 1 ? `просрочено на ${days(late)}` : `просрочено ${n}, до ${days(late)}`,
  changed: (n: number) => `сдать снова: ${n}`,
  open: (n: number, day: string) => (n === 1 ? `до ${day}` : `${n}, до ${day}`),
  done: 'сделано',
  ahead: 'ещё не пора',
  nothingWaits: 'Всё сделано в срок',
  parts: {
    overdue: (n: number) => `Просрочено: ${n}`,
    changed: (n: number) => `Изменились после сдачи: ${n}`,
    open: (n: number) => `В работе: ${n}`,
    done: (n: number) => `Сделано: ${n}`,
  },
  look: 'Посмотреть',
  summary: 'Сводка за период',
  fileName: 'Обязанности классных руководителей',
}
