import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { takeArrival, takeInvitation } from '../screens/sign-in/sign-in-link.ts'
import type { SignedIn } from '../sync/account-client.ts'
import { Enter } from './enter.tsx'
import type { FamilyData } from './family-data.ts'
import { deviceOf, signInContents, undelivered } from './sign-in-contents.ts'
import type { Vault } from './vault.ts'

/** The diary itself is named by the page (vite.config.ts): it comes right behind the form. */
const diary = () => import('./diary.tsx')
const esia = () => import('./esia.tsx')
const EsiaOffer = lazy(async () => {
  // Nothing of it goes before the diary on a slow line.
  await diary()
  return { default: (await esia()).FamilyEsiaOffer }
})
const EsiaReturned = lazy(async () => ({ default: (await esia()).FamilyEsiaReturned }))
const Diary = lazy(async () => ({ default: (await diary()).Diary }))
const Locked = lazy(async () => ({ default: (await import('./locked.tsx')).Locked }))

type Stage =
  | { at: 'reading' }
  | { at: 'enter' }
  /** Back from ЕСИА. */
  | { at: 'esia'; handover: string }
  | { at: 'locked' }
  | { at: 'diary'; data: FamilyData }
  | { at: 'staff' }

/** The families' app: sign-in, PIN where one is set, then the diary. */
export function FamilyApp({ vault }: { vault: Vault }) {
  const [stage, setStage] = useState<Stage>({ at: 'reading' })
  const [invitation] = useState(takeInvitation)
  const [arrival] = useState(takeArrival)
  const handover = arrival?.from === 'esia' ? arrival.code : undefined

  const open = useCallback(
    async (came?: unknown) => {
      const data = await (await diary()).openData(vault, came)
      setStage({ at: 'diary', data })
    },
    [vault],
  )

  const begin = useCallback(() => {
    if (vault.state === 'empty') setStage({ at: 'enter' })
    else if (vault.state === 'locked') setStage({ at: 'locked' })
    else void open()
  }, [vault, open])

  useEffect(() => {
    diary().catch(() => undefined)
    void vault.open().then(() => {
      if (handover) setStage({ at: 'esia', handover })
      else if (invitation) setStage({ at: 'enter' })
      else begin()
    })
  }, [vault, invitation, handover, begin])

  async function welcome(signedIn: SignedIn) {
    // Who is staff only has no diary: nothing of his is kept here.
    if (!signedIn.family) return setStage({ at: 'staff' })
    await vault.create({ ...signInContents(signedIn), ...(await undelivered(vault, signedIn.user)) })
    await open(signedIn.diary)
  }

  switch (stage.at) {
    case 'reading':
      return null
    case 'staff':
    case 'enter':
      return (
        <Enter
          reader={async () => (await diary()).readSignedIn}
          invitation={invitation}
          staff={stage.at === 'staff'}
          device={() => deviceOf(vault)}
          onSignedIn={welcome}
          esia={
            <Suspense>
              <EsiaOffer />
            </Suspense>
          }
        />
      )
    case 'esia':
      return (
        <Suspense>
          <EsiaReturned
            handover={stage.handover}
            device={() => deviceOf(vault)}
            onSignedIn={(signedIn) => void welcome(signedIn)}
            onLink={() => {
              location.hash = '#/more'
              begin()
            }}
            onLeave={begin}
          />
        </Suspense>
      )
    case 'locked':
      return (
        <Suspense>
          <Locked
            vault={vault}
            onOpen={() => void open()}
            onForget={async () => {
              await vault.wipe()
              setStage({ at: 'enter' })
            }}
          />
        </Suspense>
      )
    case 'diary':
      return (
        <Suspense>
          <Diary
            data={stage.data}
            vault={vault}
            onLocked={() => {
              vault.close()
              setStage({ at: 'locked' })
            }}
            onSignedOut={async () => {
              await vault.wipe()
              setStage({ at: 'enter' })
            }}
            onSignInAgain={() => setStage({ at: 'enter' })}
          />
        </Suspense>
      )
  }
}
