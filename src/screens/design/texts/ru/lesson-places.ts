import { count } from './words.ts'

export const places = {
  previousDay: 'Предыдущий день',
  nextDay: 'Следующий день',
  otherDay: 'Другой день',
  toToday: 'Сегодня',
  noLessons: 'В этот день у вас уроков нет',
  at: (day: string, bell: string) => `${day}, ${bell}`,
  movedTo: (hour: string) => `перенесён на ${hour}`,
  movedFrom: (hour: string) => `перенесён с ${hour}`,
  cancelledFor: (reason: string) => `отменён: ${reason}`,
  added: 'добавлен',

  menu: 'Урок',
  move: 'Перенести',
  cancel: 'Отменить урок',
  another: 'Добавить ещё один',
  addLesson: 'Добавить урок',
  close: 'Закрыть',

  journal: 'Журнал',
  chooseJournal: 'Выберите журнал',
  date: 'Дата',
  chooseDate: 'Выберите дату',
  bell: 'Какой урок',
  chooseBell: 'Выберите урок',
  free: 'свободно',
  sameThere: 'урок этого журнала здесь уже есть',
  classThere: (what: string) => `у класса ${what}`,
  teacherThere: (what: string) => `у вас ${what}`,
  noBells: 'Расписание звонков ещё не задано.',
  noSchool: 'Это выходной или каникулы. Урок можно поставить и сюда.',
  onlyKnown: 'Видно то, что знает этот планшет. Переносы других учителей могли ещё не прийти.',
  moveHere: 'Перенести сюда',
  addHere: 'Добавить сюда',
  lockedThere: (period: string) => `Период закрыт (${period}), сюда урок поставить нельзя.`,
  notYoursThere: 'В этот день журнал веду не я: урок сюда поставить нельзя.',
  noJournals: 'У вас пока нет журналов. Нагрузку задаёт завуч.',

  reason: 'Причина отмены',
  otherReason: 'Другая причина',
  chooseReason: 'Укажите причину',
  cancelNow: 'Отменить урок',
  cancelHeld: 'Явка, отметки и тема сохранятся, но в часы и пропуски урок не войдёт.',

  movedNotice: (hour: string) => `Урок перенесён с ${hour}. Всё, что на нём записано, осталось при нём.`,
  moveBack: 'Вернуть на место',
  cancelledTitle: 'Урок отменён',
  cancelledHelp: 'В часы и пропуски он не входит.',
  restore: 'Вернуть урок',
  addedNotice: 'Урок добавлен сверх расписания.',
  takeAway: 'Убрать урок',
  otherLesson: (hours: string) =>
    `Ваша замена в этом журнале: ${hours}. Остальные уроки вы видите, но не меняете.`,

  doubleOffer: (bell: number, absent: number) =>
    absent === 0
      ? `На ${bell}-м уроке явка уже отмечена, все были на месте.`
      : `На ${bell}-м уроке явка уже отмечена: не было ${count(absent, { one: 'ученика', few: 'учеников', other: 'учеников' })}.`,
  takeOver: 'Взять явку с прошлого урока',

  sameForAll: 'Тема и задание одинаковы для всех',
  exempt: 'освобождён',
  exemptUntil: (day: string) => `освобождён до ${day}`,
  medicalGroup: (group: string) => `группа здоровья: ${group}`,
}
