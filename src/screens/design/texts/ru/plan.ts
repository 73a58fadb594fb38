import type { LaidEntry } from '../../../../domain/journal/plan-layout.ts'
import { count, inflect } from './words.ts'

const number = new Intl.NumberFormat('ru')
const hours = (n: number) => `${number.format(n)}\u00a0ч`
const topics = (n: number) => count(n, { one: 'тема', few: 'темы', other: 'тем' })

export const plan = {
  link: 'План',
  linkOf: (journal: string) => `План: ${journal}`,
  title: (journal: string) => `План: ${journal}`,
  toJournal: 'Журнал',
  hours,
  planned: 'По плану',
  held: 'Проведено',
  lag: 'Отставание',
  lead: 'Опережение',
  onTime: 'нет',
  forecast: 'До конца года',
  shortage: (n: number) => `не хватает ${hours(n)}`,
  enough: 'хватает',
  spare: (n: number) => `хватает, ${hours(n)} в запасе`,
  bar: (held: number, planned: number) => `Проведено ${hours(held)} из ${hours(planned)}`,
  unkept: (n: number) =>
    `${count(n, { one: 'прошедший урок', few: 'прошедших урока', other: 'прошедших уроков' })} никто не открыл: если ${inflect(n, { one: 'он был', other: 'они были' })}, заполните журнал, и план сдвинется сам.`,
  list: 'Темы плана',
  emptyTitle: 'Плана ещё нет',
  emptyHelp: 'Вставьте таблицу из Excel или Word, выберите файл или впишите темы по одной.',
  emptyReadOnly: 'Учитель ещё не внёс план.',
  readOnly: 'План ведёт учитель этого журнала, вы можете его читать.',
  take: 'Вставить план',
  add: 'Добавить тему',
  toToday: 'К сегодняшней теме',
  undo: 'Отменить',
  today: 'сегодня',
  none: 'без даты',
  state: (state: LaidEntry['state'], held: number, all: number, missing: number) => {
    if (state === 'done') return 'пройдено'
    if (state === 'begun') return `начато, ${hours(held)} из ${hours(all)}`
    if (state === 'ahead') return 'впереди'
    return missing < all ? `не хватает ${hours(missing)}` : 'нет места в году'
  },
  homework: (text: string) => `Задание: ${text}`,
  actions: (n: number) => `Действия с темой ${n}`,
  up: 'Выше',
  down: 'Ниже',
  insert: 'Вставить после',
  change: 'Изменить',
  remove: 'Убрать',
  keys: 'Alt + стрелки вверх и вниз переставляют тему.',
  moved: (n: number) => `Тема теперь ${n}-я`,
  removed: (topic: string) => `Убрано: ${topic}`,
  changed: 'Тема изменена',
  inserted: 'Тема добавлена',
  taken: (n: number) => `План взят: ${topics(n)}`,
  undone: 'Отменено',
  form: {
    insert: 'Новая тема',
    change: (n: number) => `Тема ${n}`,
    topic: 'Тема',
    hours: 'Часы',
    homework: 'Домашнее задание',
    save: 'Сохранить',
    cancel: 'Не надо',
    noTopic: 'Впишите тему.',
    badHours: 'Впишите число часов, например 1 или 0,5.',
    longTopic: (most: number) => `Тема длиннее ${most} знаков: сократите.`,
    longHomework: (most: number) => `Задание длиннее ${most} знаков: сократите.`,
  },
  table: {
    title: 'Вставить план',
    back: 'К плану',
    field: {
      topic: 'Тема',
      number: 'Номер урока',
      hours: 'Часы',
      homework: 'Домашнее задание',
    },
    total: (entries: number, all: number) => `${topics(entries)}, ${hours(all)}`,
    replace: 'Что заменить',
    rest: (from: number) => `Темы с ${from}-й до конца`,
    whole: 'Весь план',
    takePlan: 'Взять план',
  },
}
