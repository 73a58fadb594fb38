import type { Target } from './header.ts'

/** What the columns of the lists that schools keep are called. */

/** «ФИО матери» is not the name of the list's own people. */
const own = '(?!.*(мат(ь|ери)|от(ец|ца)|родител|представител|опекун))'
const fullName = {
  title: 'Фамилия, имя, отчество',
  words: [
    new RegExp(`^${own}ф\\.? ?и\\.? ?о\\.?( |$)`),
    new RegExp(`^${own}.*фамилия.*имя`),
    /^(ученик|учащийся|обучающийся|учитель|сотрудник|работник)$/,
  ],
}
const last = { title: 'Фамилия', words: [/^фамилия$/] }
const first = { title: 'Имя', words: [/^имя$/] }
const middle = { title: 'Отчество', words: [/^отчество/] }
const email = { title: 'Электронная почта', words: [/^(e-?mail|эл(ектронная|\.)? ?(почта|адрес))/, /почта$/] }

export const staffTarget = {
  fullName,
  last,
  first,
  middle,
  position: { title: 'Должность', words: [/^должность/, /занимаемая должность/] },
  email,
} satisfies Target<string>

export const classesTarget = {
  name: { title: 'Класс', words: [/^класс(ы)?$/, /^(название|наименование) класса/] },
  grade: { title: 'Параллель', words: [/^параллель$/, /^год обучения/] },
  letter: { title: 'Литера', words: [/^(литера|буква)/] },
  classTeacher: {
    title: 'Классный руководитель',
    words: [/^(классный руководитель|кл\.? ?рук)/, /руководител/, /^ф\.? ?и\.? ?о\.?/, /^учитель/],
  },
} satisfies Target<string>

/** Columns of one of a pupil's people. */
function relative(title: string, who: string) {
  return {
    name: {
      title: `${title}: ФИО`,
      words: [
        new RegExp(`^${who}$`),
        new RegExp(`${who}.*(ф\\.? ?и\\.? ?о|фамилия|имя)`),
        new RegExp(`(ф\\.? ?и\\.? ?о).*${who}`),
      ],
    },
    phone: { title: `${title}: телефон`, words: [new RegExp(`${who}.*тел`), new RegExp(`тел.*${who}`)] },
    email: { title: `${title}: почта`, words: [new RegExp(`${who}.*(e-?mail|почт)`)] },
  }
}

const mother = relative('Мать', 'мат(ь|ери)')
const father = relative('Отец', '(отец|отца)')
const guardian = relative('Родитель', '(родител|законн|представител|опекун)[а-я ,()]*')

export const pupilsTarget = {
  fullName,
  last,
  first,
  middle,
  born: { title: 'Дата рождения', words: [/^дата рожд/, /^д\.? ?р\.?$/, /рожд/] },
  sex: { title: 'Пол', words: [/^пол$/] },
  class: { title: 'Класс', words: [/^(класс|кл\.?)$/, /^класс(?!н)/] },
  enrolled: { title: 'Дата зачисления', words: [/^дата (зачисл|прибыт|поступл)/, /зачислен.*дата/] },
  order: { title: 'Номер приказа', words: [/приказ/] },
  motherName: mother.name,
  motherPhone: mother.phone,
  motherEmail: mother.email,
  fatherName: father.name,
  fatherPhone: father.phone,
  fatherEmail: father.email,
  guardianName: guardian.name,
  guardianPhone: { ...guardian.phone, words: [...guardian.phone.words, /^(контактный )?тел/] },
  guardianEmail: { ...guardian.email, words: [...guardian.email.words, ...email.words] },
  guardianRelation: { title: 'Кем приходится', words: [/родство|кем приходится|степень/] },
} satisfies Target<string>

export const subjectsTarget = {
  name: {
    title: 'Предмет',
    words: [
      /^(учебн(ый|ые) )?предмет(ы)?$/,
      /^(предмет|дисциплин|наименование (предмет|дисциплин))/,
      /^название/,
      /предмет/,
    ],
  },
} satisfies Target<string>

export const planTarget = {
  topic: { title: 'Тема', words: [/^тема/, /содержание|наименование (тем|раздел)/, /тем[аы]/] },
  number: { title: '№ урока', words: [/^№/, /^(номер|n)( |$)/, /п\/п/] },
  hours: { title: 'Часы', words: [/^(кол(-во|ичество)|число) ?(час|ч\.)/, /^час/, /час/] },
  homework: { title: 'Домашнее задание', words: [/^(домашн|д\.?\/? ?з)/, /задани/] },
} satisfies Target<string>

export type StaffField = keyof typeof staffTarget
export type ClassesField = keyof typeof classesTarget
export type PupilsField = keyof typeof pupilsTarget
export type SubjectsField = keyof typeof subjectsTarget
export type PlanField = keyof typeof planTarget
