import type { Period } from '../../../../domain/school/school-view.ts'
import { count } from './words.ts'

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI']

export const board = {
  title: 'Школа сегодня',
  class: 'Класс',
  lessonNow: 'идёт',
  states: {
    taken: 'явка отмечена',
    notTaken: 'явки нет',
    unheard: 'записей нет',
    ahead: 'впереди',
    cancelled: 'отменён',
  },
  absent: (n: number) => `нет ${n}`,
  late: (n: number) => `опозд. ${n}`,
  allHere: 'все',
  received: (time: string) => `получено в ${time}`,
  lastReceipt: (time: string) => `Последняя запись получена в ${time}`,
  noReceipt: 'Сегодня записей ещё не было',
  show: 'Показать',
  all: 'Все уроки',
  problems: 'Только без явки',
  summary: (taken: number, notTaken: number, unheard: number) =>
    `Явка отмечена: ${taken}, явки нет: ${notTaken}, записей нет: ${unheard}.`,
  legend: 'Обозначения',
  unheardNote: 'Учитель мог отметить явку без связи: записи придут, когда планшет выйдет на связь.',
  emptyTitle: 'Сегодня уроков нет',
  filteredEmpty: 'Таких уроков нет.',
  stale: (time: string) => `Связи нет, на экране то, что было в ${time}.`,
}

export const office = {
  substitutions: 'Замены',
  lesson: 'Урок',
  teacher: 'Кто ведёт',
  chooseLesson: 'Выберите урок',
  chooseTeacher: 'Выберите учителя',
  appoint: 'Назначить замену',
  instead: (whom: string) => `вместо: ${whom}`,
  withdraw: 'Отменить замену',
  locks: 'Учебные периоды',
  locksLead: 'В закрытом периоде отметки, явка и темы не меняются.',
  locked: 'закрыт',
  open: 'открыт',
  current: 'идёт сейчас',
  lock: 'Закрыть',
  unlock: 'Открыть',
  lockSure: (name: string) => `Закрыть «${name}»? Записи, сделанные после этого, не будут засчитаны.`,
  periodShort: (kind: Period['kind'], n: number) =>
    `${roman[n - 1] ?? n} ${{ quarter: 'ч.', half: 'п.', trimester: 'тр.' }[kind]}`,
  period: (kind: Period['kind'], n: number) =>
    `${roman[n - 1] ?? n} ${{ quarter: 'четверть', half: 'полугодие', trimester: 'триместр' }[kind]}`,
  range: (from: string, to: string) => `${from} – ${to}`,
  pupil: 'Ученик',
  choosePupil: 'Выберите ученика',
  day: 'День',
  what: 'За что',
  wholeDay: 'весь день',
  reasonIs: 'Причина',
  reasons: { Б: 'Б, болел', У: 'У, уважительная', Н: 'Н, без уважительной' },
  save: 'Записать',
  saved: 'Записано на планшете',
  savedOf: (name: string, reason: string, day: string) => `${name}, ${day}: ${reason}.`,
  nextPupil: (name: string) => `Следующий: ${name}`,
  allGiven: 'Больше пропусков без причины нет.',
  withoutReason: 'Нет причины',
  otherPupils: 'Остальные',
  missedLessons: (n: number) => count(n, { one: 'урок', few: 'урока', other: 'уроков' }),
  noReasonYet: 'причины нет',
  noAbsences: 'В этом периоде пропусков у ученика нет: записывать нечего.',
}
