import type { Texts } from '../ru.ts'

export const classList: Texts['classList'] = {
  file: 'Class list',
  empty: 'Nobody is in the class yet',
  emptyHelp: 'The office enrols pupils. The list will appear here by itself.',
  period: 'Conduct in',
  conductOf: (name, period) => `Conduct: ${name}, ${period}`,
  noConduct: 'no conduct given',
  pdf: 'List as PDF',
  xlsx: 'List for Excel',
  undo: 'Undo',
  left: 'Have left',
  modes: { home: 'taught at home', family: 'family education' },
  exempt: 'exempt from physical education',
  medical: (group) => `physical education: ${group}`,
  movements: {
    enrolled: (day) => `enrolled ${day}`,
    arrived: (day) => `arrived ${day}`,
    moved_in: (day) => `moved into the class ${day}`,
    moved_out: (day) => `moved out of the class ${day}`,
    left: (day) => `left ${day}`,
    expelled: (day) => `expelled ${day}`,
  },
  order: (number, day) => (day ? `order ${number} of ${day}` : `order ${number}`),
}
