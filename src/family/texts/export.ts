/** The file of a family's own data. */
const ru = {
  title: 'Данные семьи из электронного дневника',
  heading: 'Мои данные',
  lead: 'Всё, что дневник показывает о ваших детях: все годы, письма, согласия и что школа записала о ваших входах. Один файл, он открывается на любом телефоне и компьютере.',
  save: 'Сохранить мои данные',
  saving: 'Собираем',
  saved: (name: string) => `Сохранено: ${name}`,
  missingYears: (years: string) => `Без связи не вошло: ${years}. Сохраните ещё раз, когда связь будет.`,
  care: 'В файле отметки и письма открытым текстом: не оставляйте его на чужом устройстве.',
  file: (name: string, date: string) => `Дневник ${name} ${date}.html`,
  made: (moment: string) => `Сохранено ${moment}`,
  missing: (year: string) => `Учебный год ${year}: не загружен, связи не было`,
  notCounted: 'Не узнали: связи не было.',
}

const en: typeof ru = {
  title: 'Family data from the electronic diary',
  heading: 'My data',
  lead: 'All that the diary shows of your children: all years, letters, consents, and what the school has recorded of your signing in. One file that opens on any phone or computer.',
  save: 'Save my data',
  saving: 'Collecting',
  saved: (name) => `Saved: ${name}`,
  missingYears: (years) => `Left out without a connection: ${years}. Save again when there is one.`,
  care: 'Marks and letters lie in the file for anybody to read: don’t leave it on somebody else’s device.',
  file: (name, date) => `Diary ${name} ${date}.html`,
  made: (moment) => `Saved ${moment}`,
  missing: (year) => `School year ${year}: not downloaded, there was no connection`,
  notCounted: 'Not known: there was no connection.',
}

export const exportTexts = { ru, en }
