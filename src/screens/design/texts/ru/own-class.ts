import { count } from './words.ts'

const pupils = (n: number) => count(n, { one: 'ученик', few: 'ученика', other: 'учеников' })
const families = (n: number) => count(n, { one: 'семья', few: 'семьи', other: 'семей' })
const days = (n: number) => count(n, { one: 'день', few: 'дня', other: 'дней' })

export const ownClass = {
  parts: 'Разделы класса',
  pupils,
  classTeacher: (name: string) => `классный руководитель ${name}`,
  duties: 'Обязанности',
  part: {
    week: 'Неделя',
    reasons: 'Причины',
    control: 'Журналы класса',
    list: 'Список',
    groups: 'Группы',
    families: 'Семьи',
    diary: 'Дневник',
    letters: 'Письма',
    reports: 'Отчёты',
    paper: 'Бумажная копия',
    instruction: 'Инструкция',
  },
  allDone: 'Всё сделано. Новое появится здесь само.',
  inTime: (k: number, n: number) => `В срок выполнено ${k} из ${n}.`,
  history: (n: number) => `Сделано: ${n}`,
  weekOf: (from: string, to: string) => `${from} – ${to}`,
  openDuty: 'Открыть',
  due: (day: string) => `до ${day}`,
  overdue: (day: string) => `срок был ${day}`,
  done: 'сделано',
  doneOn: (day: string) => `сделано ${day}`,
  duty: {
    reconcile: (term: string) => `Сверить посещаемость за неделю ${term}`,
    control: (term: string) => `Проверить журналы предметников за ${term}`,
    inform: (_: string) => 'Известить родителей об успехах',
    monitor: (_: string) => 'Посмотреть, кто читает дневник',
    check: (term: string) => `Сверить данные учеников, ${term}`,
    groups: (_: string) => 'Распределить учеников по группам',
    consent: (_: string) => 'Собрать согласия на обработку данных',
    report: (term: string) => term,
    paper: (term: string) => `Бумажная копия журнала, ${term}`,
    acquaint: (_: string) => 'Ознакомиться с инструкцией',
  },
  left: {
    reconcile: (n: number, _: number) =>
      n === 0 ? 'Замечаний нет, осталось подписать' : `Осталось посмотреть: ${n}`,
    control: (n: number, of: number) =>
      n === 0 ? 'Пропусков в журналах нет' : `С пропусками журналов: ${n} из ${of}`,
    inform: (n: number, of: number) =>
      n === 0
        ? 'Все извещены за две недели'
        : `Больше двух недель ${n === 1 ? 'ждёт' : 'ждут'} ${families(n)} из ${of}`,
    monitor: (_: number, __: number) => 'Кто вошёл, кто читает, кто ни разу не входил',
    check: (n: number, of: number) => `Сверено ${of - n} из ${of}`,
    groups: (n: number, _: number) => `Не в одной группе: ${pupils(n)}`,
    consent: (n: number, of: number) => `Нет согласия: ${n} из ${of}`,
    report: (_: number, __: number) => 'Составить и сдать',
    paper: (_: number, __: number) => 'Распечатать, подписать и сдать заместителю директора',
    acquaint: (_: number, __: number) => 'Прочитать и подтвердить',
  },
  report: {
    'attendance-month': 'Отчёт о посещаемости',
    'class-teacher-preliminary': 'Предварительный отчёт классного руководителя',
    'class-teacher': 'Отчёт классного руководителя',
    results: 'Итоги успеваемости',
    'summary-marks': 'Сводная ведомость успеваемости',
    'summary-attendance': 'Сводная ведомость посещаемости',
    movement: 'Сводная ведомость движения',
  },
  missedByWeek: 'Пропуски по неделям, уроков',
  missedThisWeek: ({ total, Б, У, Н, late }: Record<'total' | 'Б' | 'У' | 'Н' | 'late', number>) =>
    `На этой неделе ${total}: Б ${Б}, У ${У}, Н ${Н}. Опозданий ${late}.`,
  unexplained: 'Нет несколько дней без причины',
  unexplainedDays: (name: string, n: number, since: string) => `${name}: ${days(n)}, с ${since}`,
  awayToday: 'Сегодня отсутствуют по запискам',
  nobodyAway: 'Никто.',
  awaySince: (day: string) => `с ${day}, когда выйдет, неизвестно`,
  awayUntil: (day: string) => `до ${day}`,
  noPaperYet: 'справки нет',
}
