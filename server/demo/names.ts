import type { Random } from './random.ts'

/** Invented people with names that are common in the Perm region. */
export type Sex = 'м' | 'ж'

export interface FullName {
  last: string
  first: string
  middle: string
}

const words = (text: string) => text.trim().split(/\s+/)

const surnames = words(`
  Вяткин Мехоношин Ощепков Ёлохов Пермяков Катаев Ведерников Сивков Ярков Чазов Зубов Дерюшев Лобанов Бабушкин
  Колчанов Трефилов Собянин Кылосов Накоряков Гуляев Ширинкин Черемных Седых Субботин Останин Тиунов Батуев Югов
  Зырянов Чугаев Чудинов Вотинов Рочев Хозяшев Кетов Тетерин Шилоносов Плотников Мальцев Бояршинов Вожаков
  Верхоланцев Половников Паршаков Пьянков Безматерных Суханов Меркушев Килин Коуров Носков Политов Утробин Старков
  Якимов Шардаков Лунегов Гачегов Голдобин Гилёв Горбунов Деменев Дылдин Жуланов Кашин Канюков Лихачёв Мазунин
  Мялицын Обухов Овчинников Патрушев Пономарёв Ракин Рожков Санников Селиванов Томилов Трубин Тупицын Углицких
  Федосеев Хлебников Ходырев Цыпуштанов Чепкасов Шестаков Юшков Кобелев Нечаев Поносов Кичигин Балуев Вшивков
  Вилисов Бурдин Габов Данилов Ершов Игошев Казанцев Лузин Могильников Некрасов Отинов Петухов Русинов Сажин
  Третьяков Устинов Фотин Худяков Чернышёв Швецов Щукин Эсаулов Южаков Гимадиев Шарипов Хасанов Муртазин Каримов
`)

const boys = words(`
  Артём Данил Кирилл Матвей Егор Тимофей Роман Илья Максим Иван Савелий Арсений Глеб Степан Захар Ярослав Никита
  Константин Владислав Лев Михаил Семён Платон Денис Марк Александр Дмитрий Андрей Алексей Павел Тимур Елисей
`)
const girls = words(`
  Ксения Дарья Злата Анна София Полина Варвара Алёна Виктория Милана Кира Вероника Арина Ульяна Мария Ева Василиса
  Таисия Елизавета Анастасия Маргарита Софья Екатерина Валерия Алиса Ольга Татьяна Юлия Карина Диана Камилла
`)
const women = words(`
  Елена Ольга Светлана Наталья Татьяна Ирина Марина Людмила Любовь Надежда Оксана Юлия Галина Анна Екатерина
  Евгения Алевтина Нина Валентина Вера Анастасия Ксения Мария Эльвира
`)
/** A man's name and the patronymics of his son and daughter. */
const men = words(`
  Сергей/Сергеевич/Сергеевна Андрей/Андреевич/Андреевна Алексей/Алексеевич/Алексеевна
  Дмитрий/Дмитриевич/Дмитриевна Олег/Олегович/Олеговна Павел/Павлович/Павловна Илья/Ильич/Ильинична
  Иван/Иванович/Ивановна Владимир/Владимирович/Владимировна Николай/Николаевич/Николаевна
  Михаил/Михайлович/Михайловна Евгений/Евгеньевич/Евгеньевна Александр/Александрович/Александровна
  Виктор/Викторович/Викторовна Юрий/Юрьевич/Юрьевна Игорь/Игоревич/Игоревна
  Константин/Константинович/Константиновна Роман/Романович/Романовна Денис/Денисович/Денисовна
  Вячеслав/Вячеславович/Вячеславовна Василий/Васильевич/Васильевна Антон/Антонович/Антоновна
  Максим/Максимович/Максимовна Вадим/Вадимович/Вадимовна Ринат/Ринатович/Ринатовна
`).map((entry) => {
  const [first, son, daughter] = entry.split('/')
  return { first: first!, son: son!, daughter: daughter! }
})

/** A surname in the form of a sex; each half of a double surname for itself. */
export function surnameFor(masculine: string, sex: Sex): string {
  if (sex === 'м') return masculine
  return masculine
    .split('-')
    .map((part) =>
      /(ов|ев|ёв|ин|ын)$/.test(part) ? `${part}а` : part.endsWith('ий') ? `${part.slice(0, -2)}ая` : part,
    )
    .join('-')
}

/** A family: the surname in the masculine, the father by whom the children have their patronymic. */
export interface Family {
  surname: string
  father: (typeof men)[number]
}

/** How often a surname is double. */
const DOUBLE_SURNAME = 0.008

export function drawFamily(random: Random): Family {
  const surname = random.pick(surnames)
  const second = random.chance(DOUBLE_SURNAME) ? random.pick(surnames) : surname
  return { surname: second === surname ? surname : `${surname}-${second}`, father: random.pick(men) }
}

/** The longest name that a screen of the demo must bear. */
export const longestFamily: Family = {
  surname: 'Константинопольский',
  father: men.find(({ first }) => first === 'Константин')!,
}
export const longestFirstName = 'Александра-Вероника'

/** The name of a child of the family. */
export function childName({ surname, father }: Family, sex: Sex, first: string): FullName {
  return { last: surnameFor(surname, sex), first, middle: sex === 'м' ? father.son : father.daughter }
}

export function drawFirstName(sex: Sex, random: Random): string {
  return random.pick(sex === 'м' ? boys : girls)
}

/** The name of a grown-up; a father keeps the first name that made his children's patronymic. */
export function adultName(surname: string, sex: Sex, random: Random, first?: string): FullName {
  const parent = random.pick(men)
  return sex === 'м'
    ? { last: surname, first: first ?? random.pick(men).first, middle: parent.son }
    : { last: surnameFor(surname, 'ж'), first: first ?? random.pick(women), middle: parent.daughter }
}

/** Any grown-up of no family in the school. */
export function drawAdult(sex: Sex, random: Random): FullName {
  return adultName(random.pick(surnames), sex, random)
}
