import { entries } from './words.ts'

/** Asking the office to let a locked period be edited, and writing again what did not count. */
export const requests = {
  group: (n: number) => `Период был закрыт: ${entries(n)}`,
  ask: 'Попросить открыть период',
  text: 'Зачем нужна правка',
  textHelp: 'Завуч увидит просьбу, как только она дойдёт до сервера.',
  send: 'Отправить просьбу',
  cancel: 'Не надо',
  waits: 'Просьба у завуча, ждёт ответа.',
  yours: (text: string) => `Вы написали: «${text}»`,
  openUntil: (day: string) => `Открыто для вас до ${day}.`,
  open: 'Период открыт, записать можно.',
  ended: (day: string) => `Было открыто до ${day}, срок прошёл. Можно попросить ещё раз.`,
  refused: (why: string) => (why ? `Отказано: ${why}` : 'Отказано.'),
  granted: 'Завуч согласен. Разрешение ещё не дошло до этого планшета.',
  askAgain: 'Попросить ещё раз',
  rewrite: (n: number) => `Записать снова: ${entries(n)}`,
  stands: 'В журнале уже стоит то же самое, записывать снова нечего.',
}
