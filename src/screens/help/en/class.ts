/** Help for “My class”. */
export const ownClass = {
  class: {
    title: 'Duties',
    what: 'What the class teacher has to do, by which day, and how much is left.',
    steps: [
      'Begin with the top line: it is due first.',
      '“Open” leads to where it is done. Nothing need be ticked off: the journal sees it by itself.',
      'Below: how much was done in time, who is ill, and who is away without a reason.',
    ],
    clauses: '5.1.3, 5.2',
  },
  'class/week': {
    title: 'Reconciliation of the week',
    what: 'Places where roll, marks and reasons disagree. Settle them and sign the week.',
    steps: [
      'Answer each line, or press “Show” to see the cell.',
      'If you don’t know: “Ask the teacher”. The answer appears here.',
      'When all is settled, “Sign the week”. If something changes later, the journal asks you to sign again.',
    ],
    clauses: '5.2.1, 5.2.3',
  },
  'class/reasons': {
    title: 'Reasons of absence',
    what: 'Why a pupil is away: Б, У or Н, for a lesson, a day or some days.',
    steps: [
      'Ill: choose the pupil, the reason and “Until back at school”. Subject teachers see it before the lesson.',
      'Back: press “Back today”.',
      'Brought a paper: write it down, afterwards is fine.',
    ],
    clauses: '5.2.2',
  },
  'class/control': {
    title: 'Class journals',
    what: 'Which journals of the class lack a topic, a roll, homework or marks this week.',
    steps: [
      'Open a journal with gaps and see where they are.',
      'Write a remark: the teacher and the deputy head see it, the answer comes here.',
      'When you have seen all: press “Checked”.',
    ],
    clauses: '5.2.4',
  },
  'class/list': {
    title: 'List of the class',
    what: 'Pupils, their groups, special terms, arrivals and departures, conduct of the period.',
    steps: [
      'Check that the list is right. Orders of movement are entered by the office.',
      'Choose the period and give everybody’s conduct.',
      'Save the list as PDF or Excel.',
    ],
    clauses: '5.3.1, 5.3.2',
  },
  'class/groups': {
    title: 'Groups',
    what: 'Who is in which group where the class divides. Everybody must be in exactly one.',
    steps: [
      'Look at the top: those who are in no group, or in two.',
      'Choose the day of the change and move the pupil. Before that day nothing changes.',
      'The group’s teacher accepts the new list: you see whether it is done.',
    ],
    clauses: '5.2.5',
  },
  'class/families': {
    title: 'Families',
    what: 'Telling parents every two weeks, the monthly check of data, and consents.',
    steps: [
      '“Tell”: choose families and how: on paper, in person, by letter in the diary, by email or to the phone. Below each name is what the family wishes and what did not go out.',
      '“Check data”: once a month check each family’s phones and address.',
      '“Consents”: record a consent or a withdrawal from paper. The register can be printed; a withdrawal closes the diary by itself.',
    ],
    clauses: '5.2.6, 5.3.1, 5.3.2',
  },
  'class/letters': {
    title: 'Letters',
    what: 'Correspondence with families, and announcements. Only the family and you see it.',
    steps: [
      'Answer letters. You can write without a connection: it goes by itself.',
      '“Awaiting an answer”: accept or decline requests of absence and correction.',
      '“Announcements”: write to all families at once, and until which day to show it.',
    ],
    clauses: '3.2, 5.2.6',
  },
  'class/diary': {
    title: 'Access to the diary',
    what: 'Who was given a code for the diary, who signed in and who reads.',
    steps: [
      'Give codes, print the slips and hand them out. A code is good for one sign-in.',
      'Once a week see who never signed in, and press “Looked through”.',
      'A phone is lost or a right has ended: “Close access”.',
    ],
    clauses: '5.2.7, 5.2.9',
  },
  'class/reports': {
    title: 'Reports',
    what: 'The seven reports of the class. The journal works them out.',
    steps: [
      'Open a report and check it: press a number to see what it came from.',
      'Save as PDF or Excel, one by one or all of a period.',
      '“Hand in”. If data change afterwards, the journal asks you to hand in again.',
    ],
    clauses: '5.2.8',
  },
  'class/paper': {
    title: 'Paper copy',
    what: 'The journal of a quarter or half-year on paper: title, journals, summaries, closing sheet.',
    steps: [
      'Make the PDF and print it on both sides.',
      'Bind it, sign the title page, and say so here.',
      'Give it to the deputy head on the fourth day of the holidays and mark “Handed in”.',
    ],
    clauses: '4, 5.2.11',
  },
  'class/instruction': {
    title: 'Instruction',
    what: 'The class teacher’s duties in plain words. Each clause leads to where it is done.',
    steps: [
      'Read the clauses, once a year.',
      'Press “I have read it”.',
      'Save the sheet as PDF if it is needed on paper.',
    ],
    clauses: '1–5',
  },
} as const
