import type { SubjectId } from './curriculum.ts'

/** A written work that the plan foresees; without a weight it counts once. */
export interface PlannedWork {
  kind: string
  title?: string
  weight?: number
}

/** How one hour of a topic is headed: `*` stands for the topic, `#` for the number of the work. */
export interface Step {
  text: string
  work?: PlannedWork
}

type Task = (hour: number, topic: number) => string | undefined

/** How a family of subjects is taught. */
export interface Method {
  /** Hours of a topic after its first, in turn. */
  steps: readonly Step[]
  /** The last hour of every `every`-th topic. */
  closing?: Step & { every: number }
  /** The task after the nth hour of the year, in the topic-th topic. */
  homework?: Task
}

/** Tasks that take turns by the hour. */
const inTurn =
  (...tasks: Task[]): Task =>
  (hour, topic) =>
    tasks[hour % tasks.length]!(hour, topic)

/** A page of a textbook that goes on with the hours. */
const page = (hour: number) => 6 + hour * 2
const test: PlannedWork = { kind: 'тест' }
const control: PlannedWork = { kind: 'контрольная', weight: 2 }
const independent: PlannedWork = { kind: 'самостоятельная' }
const practice: PlannedWork = { kind: 'практическая' }

const mathematics: Method = {
  steps: [
    { text: 'Решение задач по теме «*»' },
    { text: 'Отработка навыка по теме «*»' },
    { text: 'Самостоятельная работа по теме «*»', work: independent },
    { text: 'Разбор ошибок. Применение темы «*» к практическим задачам' },
    { text: 'Решение упражнений повышенной сложности по теме «*»' },
    { text: 'Работа в парах по теме «*»' },
    { text: 'Проверочная работа по теме «*»', work: { kind: 'проверочная' } },
    { text: 'Обобщение и систематизация знаний по теме «*»' },
  ],
  closing: { every: 2, text: 'Контрольная работа № # по теме «*»', work: control },
  homework: (hour, topic) => `§ ${topic}, № ${hour * 5 - 4}–${hour * 5}`,
}

const russian: Method = {
  steps: [
    { text: 'Упражнения по теме «*»' },
    { text: 'Работа с текстом по теме «*»' },
    { text: 'Словарный диктант. Закрепление темы «*»', work: { kind: 'диктант', title: 'словарный' } },
    { text: 'Орфографический практикум по теме «*»' },
    { text: 'Разбор предложений по теме «*»' },
    { text: 'Развитие речи. Изложение по теме «*»', work: { kind: 'изложение', weight: 1.5 } },
    { text: 'Работа над ошибками. Повторение темы «*»' },
    { text: 'Тест по теме «*»', work: test },
    { text: 'Письмо по памяти по теме «*»' },
    { text: 'Обобщение по теме «*»' },
  ],
  closing: {
    every: 2,
    text: 'Контрольный диктант № # по теме «*»',
    work: { kind: 'диктант', title: 'контрольный', weight: 2 },
  },
  homework: inTurn(
    (hour, topic) => `§ ${topic}, упр. ${hour * 3}`,
    (hour, topic) => `§ ${topic}, упр. ${hour * 3 + 1}, выучить правило`,
    (hour) => `Упр. ${hour * 3 + 2}, словарные слова на с. ${page(hour)}`,
  ),
}

const literature: Method = {
  steps: [
    { text: '*: чтение и обсуждение' },
    { text: '*: герои и их поступки' },
    { text: '*: язык и построение' },
    { text: '*: письменный ответ на вопрос', work: independent },
    { text: '*: выразительное чтение' },
    { text: '*: пересказ' },
    { text: '*: чтение по ролям' },
    { text: '*: обмен впечатлениями' },
  ],
  closing: {
    every: 3,
    text: 'Развитие речи. Сочинение по теме «*»',
    work: { kind: 'сочинение', weight: 1.5 },
  },
  homework: inTurn(
    (hour) => `Читать с. ${page(hour)}–${page(hour) + 5}, ответить на вопросы`,
    (hour) => `Пересказ, с. ${page(hour)}`,
    (hour) => `Выучить наизусть отрывок на с. ${page(hour)}`,
  ),
}

const english: Method = {
  steps: [
    { text: 'Лексика по теме «*»' },
    { text: 'Чтение по теме «*»' },
    { text: 'Грамматический практикум по теме «*»' },
    { text: 'Аудирование и диалоги по теме «*»' },
    { text: 'Лексико-грамматический тест по теме «*»', work: test },
    { text: 'Письмо по теме «*»' },
    { text: 'Защита проектов по теме «*»', work: { kind: 'проект', weight: 1.5 } },
  ],
  closing: { every: 2, text: 'Контрольная работа № # по теме «*»', work: control },
  homework: inTurn(
    (hour) => `Упр. ${(hour % 7) + 1}, с. ${page(hour)}`,
    (hour) => `Выучить слова, с. ${page(hour)}`,
    (hour) => `Рабочая тетрадь, с. ${Math.ceil(hour / 2) + 3}`,
  ),
}

const society: Method = {
  steps: [
    { text: 'Работа с источниками по теме «*»' },
    { text: 'Тест по теме «*»', work: test },
    { text: 'Практикум по теме «*»', work: practice },
    { text: 'Повторение и обсуждение темы «*»' },
  ],
  closing: {
    every: 4,
    text: 'Контрольно-обобщающий урок № #: *',
    work: { kind: 'контрольная', weight: 1.5 },
  },
  homework: inTurn(
    (_, topic) => `§ ${topic}, вопросы 1–4`,
    (_, topic) => `§ ${topic}, пересказ, выписать термины`,
    (hour, topic) => `§ ${topic}, задание ${(hour % 5) + 1} в рабочей тетради`,
  ),
}

const nature: Method = {
  steps: [
    { text: 'Закрепление темы «*»' },
    { text: 'Практическая работа по теме «*»', work: practice },
    { text: 'Обсуждение и повторение темы «*»' },
    { text: 'Тест по теме «*»', work: test },
    { text: 'Обобщение по теме «*»' },
  ],
  closing: {
    every: 4,
    text: 'Контрольная работа № # по теме «*»',
    work: { kind: 'контрольная', weight: 1.5 },
  },
  homework: inTurn(
    (_, topic) => `§ ${topic}, вопросы в конце параграфа`,
    (_, topic) => `§ ${topic}, рисунок или схема в тетради`,
    (_, topic) => `§ ${topic}, таблица`,
  ),
}

const experiment: Method = {
  steps: [
    { text: 'Решение задач по теме «*»' },
    { text: 'Лабораторная работа по теме «*»', work: { kind: 'лабораторная' } },
    { text: 'Самостоятельная работа по теме «*»', work: independent },
    { text: 'Обобщение по теме «*»' },
  ],
  closing: { every: 3, text: 'Контрольная работа № # по теме «*»', work: control },
  homework: inTurn(
    (hour, topic) => `§ ${topic}, упр. ${(hour % 4) + 1}`,
    (hour, topic) => `§ ${topic}, № ${hour * 4}–${hour * 4 + 2}`,
  ),
}

const computing: Method = {
  steps: [
    { text: 'Практическая работа за компьютером по теме «*»', work: practice },
    { text: 'Закрепление темы «*»' },
    { text: 'Тест по теме «*»', work: test },
  ],
  homework: inTurn(
    (_, topic) => `§ ${topic}, вопросы и задания`,
    () => undefined,
  ),
}

const creative: Method = {
  steps: [
    { text: 'Эскиз и подготовка к работе по теме «*»' },
    { text: 'Практическая работа по теме «*»', work: practice },
    { text: 'Завершение работы по теме «*»' },
    { text: 'Обсуждение работ по теме «*»', work: { kind: 'проект' } },
  ],
  homework: inTurn(
    () => undefined,
    () => undefined,
    () => 'Принести материалы к следующему уроку',
  ),
}

const sport: Method = {
  steps: [
    { text: '*: совершенствование техники' },
    { text: '*: сдача норматива', work: { kind: 'норматив' } },
    { text: '*: игры и эстафеты' },
    { text: '*: развитие выносливости' },
  ],
  homework: inTurn(
    () => undefined,
    (hour) => `Комплекс упражнений № ${(hour % 6) + 1}`,
    () => undefined,
  ),
}

const conversation: Method = { steps: [{ text: '*: продолжение разговора' }] }
const project: Method = {
  steps: [{ text: '*: работа в группах' }, { text: '*: консультация' }],
  homework: (_, topic) => (topic % 2 ? 'Дневник проекта' : undefined),
}

const methods: Record<SubjectId, Method> = {
  rus: russian,
  lit: literature,
  read: literature,
  eng: english,
  math: mathematics,
  alg: mathematics,
  calc: mathematics,
  geom: mathematics,
  prob: mathematics,
  inf: computing,
  world: nature,
  hist: society,
  soc: society,
  geo: nature,
  bio: nature,
  phys: experiment,
  chem: experiment,
  ethics: conversation,
  art: creative,
  mus: creative,
  tech: creative,
  pe: sport,
  safety: society,
  project,
  talk: conversation,
}

export function methodOf(subject: SubjectId): Method {
  return methods[subject]
}
