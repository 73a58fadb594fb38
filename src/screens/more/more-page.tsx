import { useEffect, useState, useSyncExternalStore } from 'react'
import { OpenSchools } from '../other-school/open-schools.tsx'
import { useOpening } from '../other-school/use-opening.tsx'
import { useOtherSchools } from '../other-school/use-other-schools.ts'
import { EsiaLink } from '../sign-in/esia/esia-link.tsx'
import { SaveUnsent } from '../sync/save-unsent.tsx'
import { freshAccess } from '../workspace/access.ts'
import { type Appearance, useAppearance } from '../workspace/appearance.ts'
import { useAttention } from '../workspace/attention.tsx'
import { removePerson } from '../workspace/here.ts'
import { usePeople } from '../workspace/people.ts'
import { useAsk } from '../workspace/use-ask.ts'
import { useSchool, useWorkspace } from '../workspace/workspace.ts'
import { ChangePassword } from './change-password.tsx'
import { ChangePin } from './change-pin.tsx'
import css from './more.module.css'
import { type AutoLock, autoLockChoices, More } from './more.tsx'

/** Ещё: lists that are looked at now and then, and settings of this person on this device. */
export function MorePage() {
  const { session, account, tokens, lock } = useWorkspace()
  const school = useSchool()
  const people = usePeople()
  const { refused } = useAttention()
  const { theme, language, set } = useAppearance()
  const { facts } = useSyncExternalStore(session.waiting.subscribe, session.waiting.get)
  const [quarantined, setQuarantined] = useState(0)
  const [changing, setChanging] = useState<'pin' | 'password'>()
  const [changed, setChanged] = useState<'pin' | 'password'>()
  const [saved, setSaved] = useState(false)
  const [autoLock, setAutoLock] = useState<AutoLock>(autoLockChoices[0])
  useEffect(() => {
    void session.store.quarantine().then((all) => setQuarantined(all.length))
    void people.people().then((all) => {
      const minutes = all.find(({ user }) => user === session.user)?.settings.autoLock
      const known = autoLockChoices.find((choice) => choice === minutes)
      if (known) setAutoLock(known)
    })
  }, [session, people])
  const ask = useAsk()
  const { known } = useOtherSchools()
  const opening = useOpening()
  const done = (what: 'pin' | 'password' | undefined) => () => {
    setChanging(undefined)
    setChanged(what)
  }
  if (opening.page) return opening.page
  if (changing === 'pin') return <ChangePin onDone={done('pin')} onCancel={done(undefined)} />
  if (changing === 'password') return <ChangePassword onDone={done('password')} onCancel={done(undefined)} />
  return (
    <More
      person={session.profile.name}
      theme={theme}
      language={language}
      autoLock={autoLock}
      waiting={facts + quarantined}
      notAccepted={refused.length}
      quarantined={quarantined}
      classTeacher={[...school.classes.values()].some(
        ({ classTeacher }) => classTeacher === session.profile.person,
      )}
      onTheme={(next: Appearance['theme']) => set({ theme: next })}
      onLanguage={(next: Appearance['language']) => set({ language: next })}
      onAutoLock={(minutes) => {
        setAutoLock(minutes)
        session.setAutoLock(minutes)
        void people.changeSettings(session.user, { autoLock: minutes })
      }}
      changed={changed}
      onChange={setChanging}
      otherSchools={<OpenSchools known={known} opening={opening} className={css.links} />}
      esia={<EsiaLink ask={ask} app="journal" language={language} className={css.person} />}
      save={<SaveUnsent onSaved={() => setSaved(true)} />}
      saved={saved}
      onSignOut={async () => {
        const access = await freshAccess({ session, tokens })
        // Without a line the relay learns of it later: the office can cut the device off by hand.
        if (access !== null) await account.signOut(access)
        await session.lock()
        // What waits was saved to a file before the button stood there.
        await removePerson(people, session.user, true)
        lock()
      }}
    />
  )
}
