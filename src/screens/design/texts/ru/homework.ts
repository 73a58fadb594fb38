import { count } from './words.ts'

const subjects = (n: number) => count(n, { one: 'предмет', few: 'предмета', other: 'предметов' })

export const homework = {
  more: 'Срок и файлы',
  moreShort: (n: number) => (n > 0 ? `Файлы: ${n}` : 'Файлы'),
  due: 'К какому уроку',
  dueNext: (day: string) => `К следующему, ${day}`,
  dueAfter: (day: string) => `Через урок, ${day}`,
  dueNextUnknown: 'К следующему уроку',
  dueDate: 'К другому дню',
  date: 'День',
  dateTooEarly: 'Этот день раньше урока.',
  attachments: 'Файлы и ссылки',
  none: 'Ничего не приложено.',
  addFile: 'Приложить файл',
  addLink: 'Приложить ссылку',
  link: 'Адрес ссылки',
  linkHint: 'Начинается с https://',
  linkTitle: 'Как назвать, можно не заполнять',
  linkWrong: 'Это не адрес: он начинается с http:// или https://.',
  add: 'Приложить',
  cancel: 'Не надо',
  limits: (most: number) =>
    `Не больше ${most} файлов и ссылок, файл до 5 МБ: картинки, PDF, документы, текст, звук. Большие фотографии планшет уменьшит сам.`,
  tooMany: (most: number) => `Приложено уже ${most}: больше нельзя. Уберите лишнее.`,
  tooLarge: (name: string) => `«${name}» больше 5 МБ. Уменьшите файл или дайте ссылку на него.`,
  wrongType: (name: string) =>
    `«${name}» приложить нельзя: подходят картинки, PDF, документы Word, Excel и PowerPoint, текст и звук.`,
  empty: (name: string) => `«${name}» пустой.`,
  unreadable: (name: string) => `«${name}» не прочитался. Проверьте, что он открывается.`,
  notKept: (name: string) =>
    `«${name}» не записался на планшет: нет места. Освободите место и приложите снова.`,
  size: (bytes: number) =>
    bytes < 100_000
      ? `${Math.max(1, Math.round(bytes / 1000))} КБ`
      : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} МБ`,
  waiting: 'ждёт отправки',
  refused: {
    quotaFull:
      'сервер не принял: место для файлов школы кончилось. Скажите администратору; файл остаётся на планшете.',
    noRight: 'сервер не принял: этот журнал ведёт другой учитель',
    other: 'сервер не принял этот файл: уберите его и приложите снова',
  },
  open: (name: string) => `Открыть: ${name}`,
  remove: (name: string) => `Убрать: ${name}`,
  opening: 'Загружаем…',
  absent: 'Этот файл ещё не пришёл с планшета учителя. Попробуйте позже.',
  noLine: 'Этого файла нет на планшете, а связи сейчас нет. Откройте его, когда связь появится.',
  noRight: 'Файлы этого журнала вам не открыты.',
  picture: (name: string) => `Картинка: ${name}`,
  close: 'Закрыть',
  load: (n: number) => `уже задано: ${subjects(n)}`,
  loadTitle: (day: string) => `Что ещё у класса на ${day}`,
  loadNone: 'Другие учителя на этот день пока ничего не задали.',
  loadItem: (subject: string, n: number) => (n > 1 ? `${subject}, заданий: ${n}` : subject),
  loadUnknown: 'Что задали другие, станет видно, когда появится связь.',
  asOf: (moment: string) => `по состоянию на ${moment}`,
}

export const controls = {
  title: (title: string) => `Контрольные ${title}`,
  link: 'Контрольные класса',
  lead: 'Контрольные работы класса на ближайшие недели и сколько предметов задали что-то на дом.',
  empty: 'На ближайшие шесть недель контрольных не назначено.',
  howTo: 'Чтобы назначить контрольную, откройте будущий урок.',
  plan: 'Назначить контрольную',
  kind: 'Вид работы',
  name: 'Тема работы, можно не заполнять',
  save: 'Назначить',
  cancel: 'Не надо',
  planned: (kind: string) => `На этот урок назначено: ${kind}`,
  remove: 'Отменить контрольную',
  warning: (day: string, limit: number) =>
    `На ${day} у класса уже есть контрольная. По правилам школы в день не больше ${limit}.`,
  warningAnyway: 'Назначить всё равно можно: решите с коллегами.',
  sameDay: (day: string) => `${day} у класса уже стоит`,
  homework: (n: number) => `на дом: ${subjects(n)}`,
  own: 'ваша',
  over: 'больше, чем можно в день',
}
