import { useEffect, useState, useSyncExternalStore } from 'react'
import { freshAccess } from '../workspace/access.ts'
import { type Appearance, useAppearance } from '../workspace/appearance.ts'
import { useAttention } from '../workspace/attention.tsx'
import { usePeople } from '../workspace/people.ts'
import { useSchool, useWorkspace } from '../workspace/workspace.ts'
import { ChangePin } from './change-pin.tsx'
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
  const [changingPin, setChangingPin] = useState(false)
  const [autoLock, setAutoLock] = useState<AutoLock>(autoLockChoices[0])
  useEffect(() => {
    void session.store.quarantine().then((all) => setQuarantined(all.length))
    void people.people().then((all) => {
      const minutes = all.find(({ user }) => user === session.user)?.settings.autoLock
      const known = autoLockChoices.find((choice) => choice === minutes)
      if (known) setAutoLock(known)
    })
  }, [session, people])
  if (changingPin) return <ChangePin onDone={() => setChangingPin(false)} />
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
      onChangePin={() => setChangingPin(true)}
      onSignOut={async () => {
        const access = await freshAccess({ session, tokens })
        // Without a line the relay learns of it later: the office can cut the device off by hand.
        if (access !== null) await account.signOut(access)
        await session.lock()
        await people.removePerson(session.user)
        lock()
      }}
    />
  )
}
