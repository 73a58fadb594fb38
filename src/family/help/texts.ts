import type { HelpText } from '../../screens/help/topic.ts'
import type { Route } from '../route.ts'

type FamilyHelp = Readonly<Record<Route['screen'], HelpText>>

const ru: FamilyHelp = {
  diary: {
    title: 'Дневник',
    what: 'Неделя ребёнка: уроки, что задано, отметки и пропуски. Открывается и без интернета.',
    steps: [
      'Листайте недели стрелками; «Эта неделя» вернёт к сегодняшнему дню.',
      'Посмотрите «Новое с прошлого раза» и нажмите «Прочитано».',
      'Файлы к заданию открываются прямо здесь, когда есть связь.',
    ],
    clauses: '5.2.6',
  },
  marks: {
    title: 'Отметки',
    what: 'Отметки по предметам за период со средней и итоговые отметки года.',
    steps: [
      'Выберите период: четверть, полугодие или год.',
      'У каждой отметки видно, за что она и какой у неё вес.',
      'Ниже итоговые отметки, поведение и решения педсовета. Что-то неверно: для этого есть «Письма».',
    ],
    clauses: '5.2.6',
  },
  letters: {
    title: 'Письма',
    what: 'Переписка с классным руководителем. Видите её только вы и он.',
    steps: [
      'Напишите письмо: без связи оно подождёт и уйдёт само.',
      'Сообщите об отсутствии или попросите исправить данные: ответ придёт сюда.',
      'Прочитали сведения об успехах: «Ознакомлен(а)». Там же тихие часы и как вам сообщать.',
    ],
    clauses: '3.2, 5.2.6, 5.3.2',
  },
  more: {
    title: 'Ещё',
    what: 'Учебные годы, ПИН, вход через Госуслуги и что школа видит о вас.',
    steps: [
      'Выберите прошлый учебный год, чтобы открыть его дневник.',
      'Телефоном пользуется кто-то ещё: поставьте ПИН.',
      'Дайте или отзовите согласие, сохраните свои данные файлом: «Мои данные». Перед выходом сказано, что пропадёт.',
    ],
    clauses: '5.2.7, 5.2.9, 5.3.1',
  },
  advice: {
    title: 'Вопрос консультанту',
    what: 'Спросить того, кто в школе помогает с дневником.',
    steps: [
      'Напишите, что не получается. Можно без связи: вопрос уйдёт сам.',
      'Посмотрите, что уйдёт вместе с вопросом: имён и отметок там нет.',
      'Ответ придёт сюда.',
    ],
    clauses: '5.1.2, 5.2.10',
  },
}

const en: FamilyHelp = {
  diary: {
    title: 'Diary',
    what: 'The child’s week: lessons, homework, marks and absences. It opens without internet, too.',
    steps: [
      'Turn the weeks with the arrows; “This week” leads back to today.',
      'See “New since last time” and press “Seen”.',
      'Files of homework open right here when there is a connection.',
    ],
    clauses: '5.2.6',
  },
  marks: {
    title: 'Marks',
    what: 'Marks by subject for a period with the average, and the results of the year.',
    steps: [
      'Choose the period: a quarter, a half-year or the year.',
      'Each mark says what it is for and what it weighs.',
      'Below: results, conduct and council decisions. If something is wrong, write to the teacher under “Letters”.',
    ],
    clauses: '5.2.6',
  },
  letters: {
    title: 'Letters',
    what: 'Correspondence with the class teacher. Only the two of you see it.',
    steps: [
      'Write a letter: without a connection it waits and goes by itself.',
      'Tell of an absence or ask to correct data: the answer comes here.',
      'After reading how your child is doing: “I have seen it”. Quiet hours are set here, too.',
    ],
    clauses: '3.2, 5.2.6, 5.3.2',
  },
  more: {
    title: 'More',
    what: 'School years, the PIN, sign-in through Gosuslugi, and what the school sees of you.',
    steps: [
      'Choose a past school year to open its diary.',
      'Somebody else uses this phone: set a PIN.',
      'Give or withdraw a consent, save your data as a file: “My data”. Before signing out you are told what will be lost.',
    ],
    clauses: '5.2.7, 5.2.9, 5.3.1',
  },
  advice: {
    title: 'Question to the consultant',
    what: 'Ask who helps with the diary at school.',
    steps: [
      'Write what doesn’t work. Without a connection the question waits and goes by itself.',
      'See what goes along with it: no names, no marks.',
      'The answer comes here.',
    ],
    clauses: '5.1.2, 5.2.10',
  },
}

/** Help for the families' screens; it comes when it is asked for. */
export const familyHelp = { ru, en }
