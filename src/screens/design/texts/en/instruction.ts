import type { Texts } from '../ru.ts'

export const instruction: Texts['instruction'] = {
  lead: 'Read and confirm. Each clause leads to where it is done.',
  clauses: [
    {
      clause: '5.2.1, 5.2.3',
      title: 'The week’s attendance',
      text: 'Reconcile attendance every week: absences without a reason, marks of the absent, lessons without a roll. Then sign the week.',
      part: 'week',
    },
    {
      clause: '5.2.2',
      title: 'Reasons of absence',
      text: 'Give the reason: Б (ill), У (excused) or Н. For a lesson, a day or some days, with its document, which may come later.',
      part: 'reasons',
    },
    {
      clause: '5.2.4',
      title: 'Journals of subject teachers',
      text: 'Look every week where a topic, a roll, homework or marks are missing. Write a remark to the deputy head.',
      part: 'control',
    },
    {
      clause: '5.2.5',
      title: 'Groups',
      text: 'At the start of the year put every pupil into exactly one group. The teacher of the group accepts it.',
      part: 'groups',
    },
    {
      clause: '5.2.6',
      title: 'Telling the families',
      text: 'At least every two weeks tell each family of marks and absences, and record when and how.',
      part: 'families',
    },
    {
      clause: '5.2.7, 5.2.9',
      title: 'The diary for families',
      text: 'Give parents and pupils codes for the diary. Every week see who signed in and who never did.',
      part: 'diary',
    },
    {
      clause: '5.2.8',
      title: 'Reports',
      text: 'Make the reports of the month, the period and the year and hand them in to the deputy head in time.',
      part: 'reports',
    },
    {
      clause: '4, 5.2.11',
      title: 'Paper copy',
      text: 'At the end of a quarter (in grades 10–11 a half-year) print the journal, sign it and hand it in on the fourth day of the holidays.',
      part: 'paper',
    },
    {
      clause: '5.3.1, 5.3.2',
      title: 'Lists and personal data',
      text: 'Check the list, phones and addresses once a month. See that each family has given its consent.',
      part: 'list',
    },
    {
      clause: '5.3.3',
      title: 'Other hands',
      text: 'A pupil must not work under a teacher’s name. When you leave the tablet, lock it with the PIN.',
    },
    {
      clause: '1.1, 5.1.3',
      title: 'What you answer for',
      text: 'The journal is a financial record. How many duties were done in time is seen on the first page of the class.',
    },
  ],
  confirm: 'I have read it',
  confirmed: (day) => `You confirmed it ${day}`,
  pdf: 'Acquaintance sheet as PDF',
  file: 'Acquaintance sheet',
  register: 'Who has read it',
}
