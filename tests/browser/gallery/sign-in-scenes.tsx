import { ChoosePin } from '../../../src/screens/sign-in/choose-pin.tsx'
import { FirstSignIn } from '../../../src/screens/sign-in/first-sign-in.tsx'
import { PasswordSignIn } from '../../../src/screens/sign-in/password-sign-in.tsx'
import { Unlock } from '../../../src/screens/sign-in/unlock.tsx'
import { now, type Scenes } from './school.ts'

const none = () => {}
const people = [
  { id: 'a', name: 'Анна Аркадьевна Вяткина', waiting: 12 },
  { id: 'b', name: 'Игорь Петрович Носков', waiting: 0 },
  { id: 'c', name: 'Константинопольская Александра-Вероника Константиновна', waiting: 1 },
]
const unlock = {
  people,
  busy: false,
  onPerson: none,
  onUnlock: none,
  onAnotherPerson: none,
  onForgotPin: none,
}

export const signInScenes: Scenes = {
  'sign-in-first': () => <FirstSignIn busy={false} onSubmit={none} onHavePassword={none} />,
  'sign-in-first-no-line': () => (
    <FirstSignIn
      invitation={{ login: 'vyatkina', code: 'K7MPT-4RX02' }}
      busy={false}
      problem={{ kind: 'noLine' }}
      onSubmit={none}
      onHavePassword={none}
      onPeople={none}
    />
  ),
  'sign-in-password': () => <PasswordSignIn busy={false} onSubmit={none} onHaveCode={none} onPeople={none} />,
  'sign-in-too-many': () => (
    <PasswordSignIn
      busy
      problem={{ kind: 'tooMany', retryAt: now + 600_000 }}
      onSubmit={none}
      onHaveCode={none}
    />
  ),
  'choose-pin': () => <ChoosePin person="Анна Аркадьевна" busy={false} onChoose={none} />,
  'unlock-people': () => <Unlock {...unlock} chosen={undefined} />,
  'unlock-pin': () => <Unlock {...unlock} chosen="a" problem={{ kind: 'wrong', left: 4 }} />,
}
