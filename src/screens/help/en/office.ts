/** Help for the office's daily screens. */
export const office = {
  board: {
    title: 'School today',
    what: 'The school’s lessons today: where the roll is taken, where not, and from whom nothing has come.',
    steps: [
      'Choose “Only without a roll” to see where to look in.',
      '“No entries” does not mean that nobody took the roll: the tablet may have been without a line.',
      'Substitutions for today are appointed under “Substitutions”.',
    ],
    clauses: '1.1, 5.2.1',
  },
  setup: {
    title: 'School',
    what: 'All that the office does, and the list of the first day.',
    steps: [
      'Before the year begins go through “First day” from top to bottom: the data come from your files.',
      'Begin each day with “Substitutions” and “Keeping of journals”.',
      'At the end of a period close it and accept reports and paper copies.',
    ],
    clauses: '1.1, 5.3.1',
  },
  substitutions: {
    title: 'Substitutions',
    what: 'Who is away and who takes the lessons. Cancelling and moving a lesson is done here, too.',
    steps: [
      'Choose who is away and on which days: all the lessons appear.',
      'Appoint one by one or “Appoint all”. Those who teach the subject and are free stand first.',
      'Print the sheet or share it as text.',
    ],
    clauses: '1.1',
  },
  periods: {
    title: 'School periods',
    what: 'Closing quarters and half-years, and teachers’ requests to edit.',
    steps: [
      'Close a period at once or from a day on: marks, roll and topics don’t change any more.',
      'Answer requests: permit until a day, or refuse with a reason.',
      'Withdraw a permission that is no longer needed. All stays in the log.',
    ],
    clauses: '1.1, 5.2.4',
  },
  papers: {
    title: 'Paper copies',
    what: 'Which classes handed the paper copy in, and whether it equals the journal.',
    steps: [
      'Choose the period.',
      'The copy is on your desk: press “Accept”.',
      '“the journal changed” means that a new copy is wanted: tell the class teacher.',
    ],
    clauses: '4, 5.2.11',
  },
  council: {
    title: 'Council decisions',
    what: 'Decisions on the pupils of a class: who moves up, who finished school.',
    steps: [
      'Choose the class, write date and number of the minutes and the usual decision.',
      'Where something else was decided, write it in the pupil’s row. Then “Write for the others”.',
      'Check the summary of marks: the decisions stand there and in the diaries.',
    ],
    clauses: '5.2.8',
  },
  timetable: {
    title: 'Timetable',
    what: 'Lessons by day and class. The lessons of the journals come from it.',
    steps: [
      'Say from which day a change holds: past lessons don’t change.',
      'Take it from a file, or put lessons into cells: you see what is left and who is busy.',
      'Settle the “Clashes”, then print or download.',
    ],
    clauses: '1.1, 2.8',
  },
  keeping: {
    title: 'Keeping of journals',
    what: 'How journals are kept: where lesson, roll, topic, homework or period mark is missing.',
    steps: [
      'Choose the time and the order: by teacher or by class.',
      'Open a line: each gap leads to its place.',
      'Write a remark: the teacher sees it under “Today” and answers.',
    ],
    clauses: '1.1, 5.2.4',
  },
  duties: {
    title: 'Duties of class teachers',
    what: 'What class teachers did in time, and where they are behind.',
    steps: [
      'Choose the time and the duty. Those furthest behind stand first.',
      'Open a class: you see what is not done, and for how many days.',
      'Save the “Summary of the period”: the extra pay is decided by it.',
    ],
    clauses: '5.1.3',
  },
  'school-reports/summary': {
    title: 'By class and grade',
    what: 'Pass and quality rates by class, grade and school for a period.',
    steps: ['Choose the period.', 'Compare classes and grades.', 'Save as PDF, Excel or CSV.'],
    clauses: '5.2.8',
  },
  'school-reports/plan': {
    title: 'Plans carried out',
    what: 'How many hours of the plan each journal has held, and who lags.',
    steps: [
      'Look at the lag in hours.',
      'Talk to the teacher, or add lessons to the timetable.',
      'Save the report for the council.',
    ],
    clauses: '2.8',
  },
  'school-reports/missing': {
    title: 'Missing entries by teacher',
    what: 'Who lacks a topic, a roll, homework or a period mark, and where.',
    steps: [
      'Choose the period.',
      'Begin with those who have most gaps.',
      'Print it and hand it out, or write remarks under “Keeping of journals”.',
    ],
    clauses: '5.2.4',
  },
  remarks: {
    title: 'Remarks',
    what: 'Remarks on journals that are still open. Those with an answer stand first.',
    steps: ['Read the teacher’s answer.', 'Open the journal and check.', 'Put right: “Close the remark”.'],
    clauses: '5.2.4',
  },
  workload: {
    title: 'Workload',
    what: 'Who teaches what, and how many hours. It opens the journal to the teacher.',
    steps: [
      'Take it from a file, or write hours: 2, 0.5, for two groups 2/2.',
      'Open a cell to change the teacher or the way of marking.',
      'Say from which day a change holds. Then go on to the timetable.',
    ],
    clauses: '1.1, 5.2.5',
  },
  hours: {
    title: 'Teachers’ hours',
    what: 'The month’s hours: how many everybody held and how many as a substitute.',
    steps: [
      'Choose the month.',
      'Check the notes “not arranged by the office” and lessons without a teacher.',
      'Save the sheet: pay goes by it.',
    ],
    clauses: '1.1',
  },
  log: {
    title: 'Who did what',
    what: 'All that was done in the journal: who changed what, and when. Nothing is erased.',
    steps: [
      'Write a name, a class or a word.',
      'Narrow it by days and by what to look for.',
      'Save what was found if it has to be attached.',
    ],
    clauses: '1.1',
  },
  movement: {
    title: 'Movement of pupils',
    what: 'Orders of enrolment, transfer and leaving. One entry changes lists, groups and reports.',
    steps: [
      'Choose what happened, the pupil and the day.',
      'Write number and date of the order.',
      'A mistake: “Correct” or “Cancel” in the list of orders. Marks stay where they are.',
    ],
    clauses: '5.3.1',
  },
  'new-year': {
    title: 'New school year',
    what: 'All classes move up to the next year at once.',
    steps: [
      'Write the orders of moving up and of leaving.',
      'Check each class: moves up, leaves, or nothing is written.',
      'Read “To be written” and write it. Then check holidays and class teachers.',
    ],
    clauses: '5.3.1',
  },
  people: {
    title: 'Staff sign-in',
    what: 'Who signs in to the journal, and from which devices.',
    steps: [
      'Invite those who never signed in, and hand out the slips with codes.',
      'A forgotten password: “Give a new code”. A lost tablet: “Forget the tablet”.',
      'Somebody leaves: “Leaves the school”, and sign-in closes by itself.',
    ],
    clauses: '5.3.3',
  },
  'family-diaries': {
    title: 'Family diaries',
    what: 'How many families signed in to the diary and how many read it, by class.',
    steps: [
      'Find the classes where few have signed in.',
      'Open the class: you see who never signed in.',
      'Ask the class teacher to hand out slips with codes. Below: registers of consents, by class.',
    ],
    clauses: '5.2.7, 5.2.9, 5.3.1',
  },
} as const
