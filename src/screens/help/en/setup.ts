/** Help for the steps of the first day. */
export const setup = {
  'setup/school': {
    title: 'About the school',
    what: 'Name, region and time zone. The name stands in all reports.',
    steps: [
      'Write the name as it stands in documents.',
      'Choose the time zone: the journal’s “today” goes by it.',
      'Save. Next: “School year and bells”.',
    ],
    clauses: '5.2.8',
  },
  'setup/year': {
    title: 'School year and bells',
    what: 'Quarters, holidays and bells.',
    steps: [
      'Choose a template of the year: the dates are worked out.',
      'Check every date against your region’s order.',
      'Check the bells: shifts, grades and short days may have their own.',
    ],
    clauses: '5.2.8',
  },
  'setup/subjects': {
    title: 'Subjects',
    what: 'Subjects for which the school keeps journals.',
    steps: [
      'Take the usual list and drop what you don’t have.',
      'Add your own subjects, as in the curriculum.',
      'Only what is not used anywhere can be removed.',
    ],
    clauses: '2.8',
  },
  'setup/staff': {
    title: 'Staff',
    what: 'Teachers and the office of the school.',
    steps: [
      'Take the list from a file, or write people one by one.',
      'Say of each whether a teacher or of the office: without it nobody can sign in.',
      'Invitations come afterwards, under “Staff sign-in”.',
    ],
    clauses: '5.3.3',
  },
  'setup/classes': {
    title: 'Classes',
    what: 'Classes of this school year and their class teachers.',
    steps: [
      'Write the classes with spaces between: 5А 5Б 6А.',
      'Give each a class teacher: “My class” opens for them.',
      'Say which shift, if there are two.',
    ],
    clauses: '5.3.1',
  },
  'setup/pupils': {
    title: 'Pupils and parents',
    what: 'Lists of the classes, and the pupils’ parents.',
    steps: [
      'Take the file that you have: one for the school, or one a class.',
      'Settle the notes before writing: a namesake, or the same person.',
      'Who comes or leaves in the year goes under “Movement of pupils”.',
    ],
    clauses: '5.3.1, 5.3.2',
  },
  'setup/groups': {
    title: 'Groups',
    what: 'In which lessons a class divides, such as English.',
    steps: [
      'Choose the class and the subject: “Divide a class”.',
      'Divide in halves, alternately, or by hand.',
      'From then on the class teacher keeps the groups.',
    ],
    clauses: '5.2.5',
  },
  'setup/marks': {
    title: 'Rules of marks',
    what: 'By these rules the journal suggests a period mark. The teacher always decides.',
    steps: [
      'Check from which average a 5, 4 and 3 comes out, and how many marks are needed.',
      'Set the kinds of works and their weights.',
      'Decide whether a retake replaces the first mark, and how many control works a day may have.',
    ],
    clauses: '1.1, 5.2.4',
  },
} as const
