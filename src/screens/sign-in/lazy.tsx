import { type ComponentProps, lazy, Suspense } from 'react'

/** Whoever was sent here with a code. */
export const Arrived = lazy(async () => ({ default: (await import('./arrived.tsx')).Arrived }))
const Offer = lazy(async () => ({ default: (await import('./esia/staff.tsx')).StaffEsiaOffer }))

/** The offer, which no sign-in form waits for. */
export function EsiaOffer(props: ComponentProps<typeof Offer>) {
  return (
    <Suspense>
      <Offer {...props} />
    </Suspense>
  )
}
