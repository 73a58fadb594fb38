/** The list of a class. */
export const classList = {
  file: 'Список класса',
  empty: 'В классе пока никого нет',
  emptyHelp: 'Учеников зачисляет администрация. Список появится здесь сам.',
  period: 'Поведение за',
  conductOf: (name: string, period: string) => `Поведение: ${name}, ${period}`,
  noConduct: 'поведение не указано',
  pdf: 'Список в PDF',
  xlsx: 'Список в Excel',
  undo: 'Отменить',
  left: 'Выбыли',
  modes: { home: 'обучение на дому', family: 'семейное образование' },
  exempt: 'освобождение от физкультуры',
  medical: (group: string) => `физкультура: ${group}`,
  movements: {
    enrolled: (day: string) => `зачисление ${day}`,
    arrived: (day: string) => `прибытие ${day}`,
    moved_in: (day: string) => `перевод в класс ${day}`,
    moved_out: (day: string) => `перевод из класса ${day}`,
    left: (day: string) => `выбытие ${day}`,
    expelled: (day: string) => `отчисление ${day}`,
  },
  order: (number: string, day: string | undefined) =>
    day ? `приказ ${number} от ${day}` : `приказ ${number}`,
}
