import { type ComponentProps, lazy, Suspense } from 'react'

const staff = () => import('./staff.tsx')
const Offer = lazy(async () => ({ default: (await staff()).StaffEsiaOffer }))
const Returned = lazy(async () => ({ default: (await staff()).StaffEsiaReturned }))

/** The offer, which no sign-in form waits for. */
export function EsiaOffer(props: ComponentProps<typeof Offer>) {
  return (
    <Suspense>
      <Offer {...props} />
    </Suspense>
  )
}

/** The way back from Госуслуги. */
export function EsiaReturned(props: ComponentProps<typeof Returned>) {
  return (
    <Suspense>
      <Returned {...props} />
    </Suspense>
  )
}
