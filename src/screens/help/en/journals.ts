/** Help for the screens of lessons and journals. */
export const journals = {
  today: {
    title: 'Today',
    what: 'The lesson that is on now, the other lessons of the day, and all that waits for your decision.',
    steps: [
      'Open the lesson: “Take the roll” leads straight to the list of the class.',
      'See what is missing: roll, topic, homework or marks.',
      'Go through “Waits for me”: differences, remarks and questions. Each line leads to its place.',
    ],
    clauses: '1.1',
  },
  lesson: {
    title: 'Lesson',
    what: 'Roll, marks, topic and homework of one lesson. All is written at once, no connection is needed.',
    steps: [
      'Touch Н or О for those who are absent or late, then “The others are present”.',
      'Give marks: “+” in a pupil’s row, or “Marks in a row” for the whole class.',
      'Write the topic (it may come from the plan) and the homework; its date and files are beside it. “Undo” takes a mistake back.',
    ],
    clauses: '1.1, 5.2.1',
  },
  journals: {
    title: 'Journals',
    what: 'The list of journals: yours first, then the others that are open to you.',
    steps: [
      'Touch a journal to open its page.',
      '“Plan” beside it leads to the topics of the year.',
      'A note of differences means that a cell says different things: open the journal and choose what is right.',
    ],
    clauses: '1.1',
  },
  journal: {
    title: 'Page of the journal',
    what: 'Marks and absences by date, averages, marks of the period and the year.',
    steps: [
      'Go to a cell and type a mark, or touch the cell: its marks and history open.',
      'Touch a date: the lesson, a note, a copy of the column.',
      'Open the column of the period: suggested marks, and those who lack one mark.',
    ],
    clauses: '1.1, 5.2.4',
  },
  plan: {
    title: 'Plan',
    what: 'The topics of the year in order: what is done, what is ahead, and whether the hours suffice.',
    steps: [
      'Paste the plan as a table from Excel or Word, or write topics one by one.',
      'Move and change topics: the dates follow by themselves.',
      'Watch the lag: hours held and hours wanting stand at the top.',
    ],
    clauses: '2.8',
  },
  debts: {
    title: 'Owed works',
    what: 'Who has not handed a work in: a dot stands in place of a mark.',
    steps: [
      'See who owes a work, and since when.',
      'Give the mark right here: the debt is settled.',
      '“Journal” leads back to the page.',
    ],
    clauses: '1.1',
  },
  copy: {
    title: 'Copy marks over',
    what: 'A column of the journal as lines, to be pasted into another system.',
    steps: [
      'Choose the period and the column.',
      'Press “Copy the column”.',
      'Paste it into the other system: pupils stand in the order of the list, one a line.',
    ],
    clauses: '1.1',
  },
  controls: {
    title: 'Control works of the class',
    what: 'Control works of the class for six weeks ahead, and how many subjects set homework.',
    steps: [
      'See on which days there are control works already.',
      'To plan yours, open a lesson to come and press “Plan a control work”.',
      'If a day has more than the school allows, the journal warns you: agree with your colleague.',
    ],
    clauses: '5.2.4',
  },
  ownReport: {
    title: 'My period report',
    what: 'The teacher’s report: hours, marks and rates of each journal, and your hours by month.',
    steps: [
      'Choose the period.',
      'Check the numbers and the notes on journals that are not on the tablet yet.',
      'Save as PDF or Excel, or print.',
    ],
    clauses: '1.1, 2.8',
  },
  more: {
    title: 'More',
    what: 'Lists that are needed now and then, and your settings on this tablet.',
    steps: [
      'Choose the look, the language, and after how many minutes the PIN locks.',
      'Change the PIN or password, link the sign-in through Gosuslugi.',
      'Leaving a tablet that is not yours: sign out, and your entries are erased from it.',
    ],
    clauses: '5.3.3, 3.1',
  },
  advice: {
    title: 'Question to the consultant',
    what: 'Ask who helps with the journal at school. Everybody has a right to advice.',
    steps: [
      'Write what you did and what you saw. No connection is needed.',
      'See what goes along with the question: no names, no marks. You need not attach it.',
      'The answer comes here and is announced under “Today”.',
    ],
    clauses: '5.1.2, 5.2.10',
  },
  sync: {
    title: 'Sending to the server',
    what: 'What of this tablet is on the school’s server already, and what waits for a connection.',
    steps: [
      'See how many entries wait, and since when. They will not be lost.',
      'When the line is back, press “Send now” or just wait.',
      'If it stays away for long, save the entries as a file and carry it.',
    ],
    clauses: '1.1',
  },
  notAccepted: {
    title: 'Not accepted',
    what: 'Entries that the server received but did not count, and why.',
    steps: [
      'Read the reason: the period is closed, the substitution is over, somebody else keeps the journal.',
      'If the period is closed, ask the deputy head to open it, then “Write again”.',
      'When it is clear, press “Understood”. The entry stays in the history of its cell.',
    ],
    clauses: '1.1',
  },
  quarantine: {
    title: 'Put aside',
    what: 'Entries that the server could not read. The others go on.',
    steps: [
      'Delete nothing: the entries are on the tablet as they are.',
      'Press “Copy” and hand the description to the school’s administrator.',
      'If an entry is needed now, enter it again.',
    ],
    clauses: '1.1',
  },
  devices: {
    title: 'My devices',
    what: 'Tablets and computers on which you signed in to the journal.',
    steps: [
      'Name the devices so that you can tell them apart.',
      'Lost a tablet: press “Cut off” and tell the office.',
      'Signing in again on one that is cut off needs the password.',
    ],
    clauses: '5.3.3',
  },
  'other-school': {
    title: 'Another school',
    what: 'A second journal on this server: link it once and open it without a password.',
    steps: [
      'Enter the address of the other school’s journal and your password here, press “Continue in the other school”.',
      'There, check that it is you who asks, sign in and press “Link”.',
      'From then on one tap under “More” opens that school. The link is undone here, too.',
    ],
    clauses: '5.3.3',
  },
  carry: {
    title: 'Carry as a file',
    what: 'How to send entries when there is no line for long: by a file and another computer.',
    steps: [
      'Save the file: it is encrypted, only the school’s server can read it.',
      'Take it to a computer with internet, open Parta and choose the file. No sign-in is needed.',
      'The entries stay on the tablet; sending them twice does no harm.',
    ],
    clauses: '1.1',
  },
  pupil: {
    title: 'Special terms of a pupil',
    what: 'Schooling at home, exemption from physical education, marks of a former school.',
    steps: [
      'Choose the class and the pupil.',
      'Write from when to when: on these days the pupil is not expected, absences do not count.',
      'Enter the marks of the former school: they count in the average.',
    ],
    clauses: '5.3.2',
  },
} as const
