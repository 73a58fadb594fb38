import { count } from './words.ts'

const familiesOf = (n: number) => count(n, { one: 'семьи', few: 'семей', other: 'семей' })
const toldFamilies = (n: number) => count(n, { one: 'семья', few: 'семьи', other: 'семей' })

/** The families of a class. */
export const families = {
  tasks: 'Что сделать с семьями',
  task: { inform: 'Известить', check: 'Сверить данные', consent: 'Согласия' },
  undo: 'Отменить',
  coming: (n: number) => `Данные ${familiesOf(n)} ещё не пришли с сервера. Остальные уже можно вести.`,
  empty: 'В классе пока никого нет',
  family: 'Семья',
  familyOf: (name: string) => `Семья: ${name}`,

  from: 'С какого дня',
  to: 'По какой день',
  backwards: 'Последний день раньше первого.',
  how: 'Как известить',
  ways: {
    paper: 'листком',
    talk: 'в разговоре',
    letter: 'письмом в Парте',
    email: 'по электронной почте',
    push: 'сообщением на телефон',
  },
  chooseOverdue: (n: number) => `Выбрать, кто ждёт: ${n}`,
  chooseAll: (n: number) => `Выбрать всех: ${n}`,
  chooseNone: 'Снять выбор',
  choose: (name: string) => `Известить: ${name}`,
  tell: 'Известить',
  strips: (n: number) => (n === 0 ? 'Листки в PDF' : `Листки в PDF: ${n}`),
  record: (n: number) => (n === 0 ? 'Записать, что извещены' : `Записать, что извещены: ${n}`),
  recorded: (n: number) => `Записано: извещено ${toldFamilies(n)}.`,
  file: 'Листки родителям',
  lastTold: (day: string, how: string) => `Извещены по ${day}, ${how}`,
  neverTold: 'В этом году ещё не извещали',
  whatTold: 'Что узнает семья',
  noMarks: 'Отметок за это время нет.',
  missed: ({ total, Б, У, Н }: Record<'total' | 'Б' | 'У' | 'Н', number>, late: number) =>
    total === 0
      ? `Пропусков нет. Опозданий: ${late}.`
      : `Пропущено уроков: ${total} (Б ${Б}, У ${У}, Н ${Н}). Опозданий: ${late}.`,
  owes: (works: string) => `Не сдано: ${works}.`,

  guardians: 'Родители и законные представители',
  noGuardians: 'Никто не записан.',
  noPhone: 'телефона нет',
  addGuardian: 'Добавить родителя',
  field: {
    last: 'Фамилия',
    first: 'Имя',
    middle: 'Отчество',
    relation: 'Кем приходится',
    phone: 'Телефон',
    email: 'Электронная почта',
  },
  change: 'Изменить',
  remove: 'Убрать',
  save: 'Сохранить',
  cancel: 'Не надо',
  address: 'Адрес',
  noAddress: 'адрес не записан',
  register: 'Когда и как извещали',
  told: (from: string, to: string, how: string) => `${from} – ${to}, ${how}`,
  checkedOn: (days: string) => `Данные сверены: ${days}.`,

  month: 'За какой месяц',
  check: 'Сверено',
  checked: (day: string) => `сверено ${day}`,
  checkAll: (n: number) => `Сверены все: ${n}`,
  checkedOf: (k: number, n: number) => `Сверено ${k} из ${n}.`,

  consentOf: (k: number, n: number) => `Согласие есть у ${k} из ${n}.`,
  consentGiven: 'согласие есть',
  consentNone: 'согласия нет',
  pupilSelf: 'сам ученик (с 14 лет)',
}
