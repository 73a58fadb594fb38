import { count } from './words.ts'

/** Reading a table that somebody has: a file or pasted rows. */
export const tables = {
  paste: 'Строки таблицы',
  pasteHint: 'Скопируйте таблицу в Excel или Word вместе с заголовком и вставьте сюда.',
  file: 'Выбрать файл .xlsx, .csv, .docx',
  read: 'Разобрать',
  reading: 'Читаем файл…',
  failed: 'Файл не прочитался: проверьте, что он открывается, и выберите его ещё раз.',
  again: 'Другая таблица',
  columns: 'Что в каком столбце',
  moreColumns: 'Ещё столбцы',
  sheet: 'Лист',
  start: 'Список начинается со строки',
  noColumn: 'нет такого столбца',
  column: (letters: string, sample: string) => `${letters}: ${sample}`,
  preview: 'Что получится',
  row: (n: number) => `строка ${n}`,
  faults: (n: number) =>
    `Исправьте ${count(n, { one: 'ошибку', few: 'ошибки', other: 'ошибок' })}: поменяйте столбцы или поправьте таблицу и возьмите её снова.`,
}
