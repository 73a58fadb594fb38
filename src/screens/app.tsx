import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import type { Person } from '../device/person.ts'
import type { DataKey } from '../device/seal.ts'
import { secretNames } from '../device/secret-names.ts'
import type { AccountClient, Answer, SignedIn } from '../sync/account-client.ts'
import { lazyPage } from './lazy-page.ts'
import { navigate, useRoute } from './route.ts'
import { endShowing } from './show/showing.ts'
import { ChoosePin } from './sign-in/choose-pin.tsx'
import { type DeviceSaid, DeviceSaidNotice } from './sign-in/device-said.tsx'
import { FirstSignIn } from './sign-in/first-sign-in.tsx'
import { ForgottenPin } from './sign-in/forgotten-pin.tsx'
import { Arrived, EsiaOffer } from './sign-in/lazy.tsx'
import { PasswordSignIn } from './sign-in/password-sign-in.tsx'
import { peopleHere } from './sign-in/people-here.ts'
import { labelOf, onlyOne } from './sign-in/person-labels.ts'
import { pinProblem } from './sign-in/pin-problem.ts'
import { problemOf } from './sign-in/problem-of.ts'
import { takeArrival, takeInvitation } from './sign-in/sign-in-link.ts'
import type { SignInProblem } from './sign-in/sign-in-problem.tsx'
import type { Stage } from './sign-in/stage.ts'
import { type PersonOnDevice, Unlock } from './sign-in/unlock.tsx'
import { work, workAhead } from './work.ts'
import { appVersion, deviceName } from './workspace/app-version.ts'
import { expectedHere, removePerson } from './workspace/here.ts'
import { usePeople } from './workspace/people.ts'

const CarryAlone = lazy(async () => ({ default: (await import('./sync/carry-page.tsx')).CarryAlone }))
const OpenWorkspace = lazyPage(work, (it) => it.OpenWorkspace)

/** The app: who works here, then that person's work. */
export function App({ account }: { account: AccountClient }) {
  const people = usePeople()
  const route = useRoute()
  const [stage, setStage] = useState<Stage>({ at: 'reading' })
  const lastUser = useRef<string>(undefined)
  const [here, setHere] = useState<readonly PersonOnDevice[]>([])
  const [invitation] = useState(takeInvitation)
  const [arrival] = useState(takeArrival)
  /** Back with what only he may finish, the person does so there. */
  const opensAt = useRef<'today' | 'more' | 'other-school'>('today')
  const [said, setSaid] = useState<DeviceSaid>()

  /** The lock screen; without anybody on this device, the sign-in: the first one, unless somebody `wasHere`. */
  const toPeople = useCallback(
    async (wasHere = false) => {
      const { all, erased } = await peopleHere(people)
      if (erased) setSaid(erased)
      setHere(all)
      setStage(
        all.length === 0
          ? { at: 'signIn', first: !wasHere && !erased }
          : { at: 'people', chosen: onlyOne(all) },
      )
    },
    [people],
  )
  useEffect(() => {
    void toPeople().then(() => {
      if (arrival) setStage({ at: 'arrived', arrival })
      else if (invitation) setStage({ at: 'signIn', first: true })
      workAhead().catch(() => undefined)
    })
  }, [toPeople, invitation, arrival])

  /** While nobody works, what the school says of this device is done. */
  const isLocked = stage.at === 'people'
  useEffect(() => {
    if (!isLocked) return
    const look = () =>
      workAhead()
        .then(({ lookAround }) => lookAround(people, account))
        .then((happened) => {
          if (!happened) return
          setSaid(happened)
          return toPeople(true)
        })
        .catch(console.error)
    void look()
    addEventListener('online', look)
    return () => removeEventListener('online', look)
  }, [isLocked, people, account, toPeople])

  const begin = useCallback(
    async (person: Person, key: DataKey, pin?: string) => {
      endShowing()
      const { startSession, ProfileGoneError, keepDeviceShare } = await work()
      // What one person looked at is not for the next to open.
      if (lastUser.current !== person.user) navigate({ screen: opensAt.current }, { replace: true })
      lastUser.current = person.user
      try {
        const session = await startSession(person, key, {
          app: appVersion,
          onAutoLock: () => void toPeople(),
          onGone: () => {
            void session.lock()
            void toPeople()
          },
        })
        setStage({ at: 'work', session })
        setSaid(undefined)
        if (pin !== undefined) keepDeviceShare(people, session, account, pin).catch(console.error)
      } catch (error) {
        if (!(error instanceof ProfileGoneError)) throw error
        setSaid({ kind: 'erased', unsent: expectedHere()[person.user] ?? 0 })
        setStage({ at: 'restore', person, key })
      }
    },
    [toPeople, people, account],
  )

  async function signIn(
    answer: Promise<Answer<SignedIn>>,
    at: { first: boolean; forgot?: string | undefined },
  ) {
    setStage({ at: 'signIn', ...at, busy: true })
    const result = await answer
    if (!result.ok) return setStage({ at: 'signIn', ...at, problem: problemOf(result.fault, at.first) })
    await welcome(result.value, at.forgot)
  }

  async function welcome(signedIn: SignedIn, forgot?: string) {
    const person = here.find(({ id }) => id === signedIn.user)
    if (!person || forgot === signedIn.user) return setStage({ at: 'choosePin', signedIn })
    const { facts } = await people.waiting(signedIn.user)
    setStage({ at: 'forgotten', person: { ...person, waiting: facts }, signedIn })
  }

  async function choosePin(signedIn: SignedIn, pin: string) {
    setStage({ at: 'choosePin', signedIn, busy: true })
    try {
      const { user, device, person, name, roles, school, access, accessExpires, refresh } = signedIn
      // Somebody who is here gets this far only after he was told what starting anew costs.
      if (here.some(({ id }) => id === user)) await removePerson(people, user, true)
      const added = await people.addPerson({ user, device, label: labelOf(name) }, pin, {
        [secretNames.profile]: { person, name, roles, school },
        [secretNames.tokens]: { access, accessExpires, refresh },
      })
      if (!added.ok) return setStage({ at: 'choosePin', signedIn, failed: true })
      await begin(added.person, added.key, pin)
    } catch (error) {
      console.error(error)
      setStage({ at: 'choosePin', signedIn, failed: true })
    }
  }

  async function unlock(chosen: string, pin: string) {
    setStage({ at: 'people', chosen, busy: true })
    try {
      const person = (await people.people()).find(({ user }) => user === chosen)
      const result = person && (await people.unlock(person.user, pin))
      if (result?.ok) return await begin(result.person, result.key, pin)
      if (!result || result.code === 'unknownPerson') return await toPeople()
      setStage({ at: 'people', chosen, problem: pinProblem(result) })
    } catch (error) {
      console.error(error)
      setStage({ at: 'people', chosen, problem: { kind: 'noStorage' } })
    }
  }

  /** Signs in on a device whose store was emptied: under the same device, the PIN stays. */
  async function restore(person: Person, key: DataKey, login: string, password: string) {
    const again = (problem: SignInProblem) => setStage({ at: 'restore', person, key, problem })
    setStage({ at: 'restore', person, key, busy: true })
    const answer = await account.signIn(login, password, { name: deviceName(), id: person.device })
    if (!answer.ok) return again(problemOf(answer.fault, false))
    if (answer.value.user !== person.user) return again({ kind: 'anotherPerson' })
    const { fillStore } = await work()
    await fillStore(person, key, answer.value)
    await begin(person, key)
  }

  if (route.screen === 'carry' && (stage.at === 'people' || stage.at === 'signIn'))
    return (
      <Suspense>
        <CarryAlone />
      </Suspense>
    )
  const onPeople = here.length > 0 ? () => void toPeople() : undefined
  const page = () => {
    switch (stage.at) {
      case 'reading':
        return null
      case 'people':
        return (
          <Unlock
            people={here}
            chosen={stage.chosen}
            problem={stage.problem}
            busy={stage.busy ?? false}
            onPerson={(chosen) => setStage({ at: 'people', chosen })}
            onUnlock={(pin) => stage.chosen !== undefined && void unlock(stage.chosen, pin)}
            onAnotherPerson={() => setStage({ at: 'signIn', first: true })}
            onForgotPin={(id) => {
              const person = here.find((one) => one.id === id)
              if (person) setStage({ at: 'forgotten', person })
            }}
          />
        )
      case 'forgotten':
        return (
          <ForgottenPin
            person={stage.person}
            signedIn={stage.signedIn !== undefined}
            onRemembered={() => {
              // The device of the sign-in that was not needed is given up; without a line it stays until it expires.
              if (stage.signedIn) void account.signOut(stage.signedIn.access)
              setStage({ at: 'people', chosen: stage.person.id })
            }}
            onStartAnew={() =>
              setStage(
                stage.signedIn
                  ? { at: 'choosePin', signedIn: stage.signedIn }
                  : { at: 'signIn', first: false, forgot: stage.person.id },
              )
            }
          />
        )
      case 'signIn': {
        const at = { first: stage.first, forgot: stage.forgot }
        const offer = <EsiaOffer account={account} />
        return stage.first ? (
          <FirstSignIn
            invitation={invitation}
            problem={stage.problem}
            busy={stage.busy ?? false}
            onSubmit={({ login, code, password }) =>
              void signIn(account.firstSignIn(login, code, password, { name: deviceName() }), at)
            }
            onHavePassword={() => setStage({ at: 'signIn', first: false, forgot: stage.forgot })}
            onPeople={onPeople}
            esia={offer}
          />
        ) : (
          <PasswordSignIn
            problem={stage.problem}
            busy={stage.busy ?? false}
            onSubmit={({ login, password }) =>
              void signIn(account.signIn(login, password, { name: deviceName() }), at)
            }
            onHaveCode={() => setStage({ at: 'signIn', first: true, forgot: stage.forgot })}
            onPeople={onPeople}
            esia={offer}
          />
        )
      }
      case 'arrived':
        return (
          <Arrived
            arrival={stage.arrival}
            account={account}
            here={here.map(({ id }) => id)}
            onSignedIn={(signedIn) => void welcome(signedIn)}
            onHere={(chosen) => setStage({ at: 'people', chosen })}
            onContinue={(screen) => {
              opensAt.current = screen
              void toPeople()
            }}
            onLeave={() => setStage({ at: 'signIn', first: false })}
          />
        )
      case 'choosePin':
        return (
          <ChoosePin
            person={stage.signedIn.name}
            busy={stage.busy ?? false}
            storageFailed={stage.failed ?? false}
            onChoose={(pin) => void choosePin(stage.signedIn, pin)}
            onCancel={onPeople}
          />
        )
      case 'restore': {
        const { person, key } = stage
        return (
          <PasswordSignIn
            problem={stage.problem}
            busy={stage.busy ?? false}
            onSubmit={({ login, password }) => void restore(person, key, login, password)}
            onPeople={onPeople}
          />
        )
      }
      case 'work':
        return (
          <OpenWorkspace
            key={stage.session.user}
            session={stage.session}
            account={account}
            onLocked={() => void toPeople(true)}
          />
        )
    }
  }
  return (
    <>
      {said && stage.at !== 'work' && <DeviceSaidNotice said={said} onRead={() => setSaid(undefined)} />}
      <Suspense>{page()}</Suspense>
    </>
  )
}
