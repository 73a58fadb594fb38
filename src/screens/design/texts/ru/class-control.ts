/** The class teacher looks through the journals of the class. */
export const classControl = {
  done: (day: string) => `Проверено ${day}`,
  clean: 'Пропусков в журналах за неделю нет',
  cleanHelp: 'Осталось отметить, что журналы проверены.',
  inOrder: 'В порядке',
  remark: 'Замечание заместителю',
  fewMarks: (names: string) => `Мало отметок: ${names}.`,
  noPeriodMark: (names: string) => `Нет отметки за период: ${names}.`,
  check: 'Проверено',
  checkHelp: 'Отмечает, что журналы за эту неделю проверены. Замечания видят заместитель и учитель.',
}
