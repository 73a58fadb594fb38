import { useEffect } from 'react'
import type { AccountClient, SignedIn } from '../../sync/account-client.ts'
import { ComeIn } from '../other-school/come-in.tsx'
import { keepBegun, readBegun } from '../other-school/going.ts'
import { LinkAsked } from '../other-school/link-asked.tsx'
import { StaffEsiaReturned } from './esia/staff.tsx'
import type { Arrival } from './sign-in-link.ts'

export interface ArrivedProps {
  arrival: Arrival
  account: AccountClient
  /** Ids of who is on this device. */
  here: readonly string[]
  onSignedIn: (signedIn: SignedIn) => void
  /** He is on this device, and opens it by his PIN. */
  onHere: (user: string) => void
  /** What was begun is finished on a screen that only its owner opens. */
  onContinue: (screen: 'more' | 'other-school') => void
  onLeave: () => void
}

/** A browser that was sent here with a code, by Госуслуги or by another school. */
export function Arrived({ arrival: { from, code }, onContinue, ...rest }: ArrivedProps) {
  const { account, onSignedIn, onLeave } = rest
  switch (from) {
    case 'esia':
      return (
        <StaffEsiaReturned
          handover={code}
          account={account}
          onSignedIn={onSignedIn}
          onLink={() => onContinue('more')}
          onLeave={onLeave}
        />
      )
    case 'link':
      return <LinkAsked code={code} account={account} onLeave={onLeave} />
    case 'linked':
      return <Linked code={code} onContinue={() => onContinue('other-school')} />
    case 'come':
      return <ComeIn code={code} {...rest} />
  }
}

/** Back from the other school: only the tab that began can go on. */
function Linked({ code, onContinue }: { code: string; onContinue: () => void }) {
  useEffect(() => {
    keepBegun({ secret: readBegun()?.secret ?? '', code })
    onContinue()
  }, [code, onContinue])
  return null
}
