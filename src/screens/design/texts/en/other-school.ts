import type { OtherSchoolTexts } from '../ru/other-school.ts'

export const otherSchool: OtherSchoolTexts = {
  title: 'Another school',
  lead: 'Do you work in another school on this server? Link both accounts once: that school opens from here without a password, and this one from there.',
  noLine: 'A connection is needed: the server opens the other school. Entries in this school need none.',
  needsLine: 'a connection is needed',
  open: (school) => `Open: ${school}`,
  opening: 'Opening…',
  confirmPin: 'The other school is opened from this device for the first time: enter this journal’s PIN.',
  states: {
    opens: 'Opens without a password, by that journal’s PIN.',
    office: 'An account of the office is not opened by another school. Sign in there with the password.',
    undone:
      'The link is gone: it was undone in that school, a password was changed or the sign-in closed. You can link anew.',
    away: 'That school does not answer now. Try later.',
  },
  unlink: (school) => `Undo the link: ${school}`,
  unlinkSure: (school) =>
    `Undo the link? ${school} will not open from here, nor this school from there. Devices that you are signed in on there stay.`,
  drop: (school) => `Take off the list: ${school}`,
  unlinkDo: 'Undo the link',
  unlinked: 'The link is undone.',
  linked: 'The schools are linked.',
  finishing: 'Finishing…',
  linkTitle: 'Link another school',
  linkMore: 'Link one more school',
  host: 'Address of the other school’s journal',
  hostHint: 'As it stands in the browser when that journal is open.',
  password: 'Your password in this school',
  next: 'Continue in the other school',
  going: 'Opening the other school…',
  passwordNote: 'A changed password in either school, and a new one-time code, undo the link.',
  notOffered: 'Accounts of the staff can be linked, on a server with several schools.',
  asked: {
    title: 'Link two schools?',
    looking: 'Looking who asks…',
    who: (name, school) =>
      `The account “${name}”, ${school}, will be able to open your account in this school without a password. The link works both ways.`,
    own: 'Go on only if this is you and you have just begun in the other school. If not, close the page.',
    prove: 'Confirm: sign in to this school.',
    accept: 'Link',
    decline: 'Don’t link',
  },
  toSignIn: 'To the sign-in',
  problems: {
    noLine: 'No connection to the server. Check the internet and try again.',
    wrongCredentials: 'The password is not right. Check the keyboard layout and capitals.',
    notFound: 'No other school’s journal is at this address. Check every letter.',
    noRight: 'An administrator’s account can’t be opened or linked this way. Sign in with the password.',
    notLinked:
      'The link is gone: it was undone in one of the schools, a password was changed or the sign-in closed.',
    startAgain:
      'It did not work: the code is used, time ran out, or it was begun in another browser. Begin again.',
    revoked: 'This sign-in is closed. Ask the school.',
    tooMany: 'Too many attempts. Try later.',
    server: 'The server could not answer. Try again in a minute.',
  },
}
