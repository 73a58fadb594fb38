import { useEffect, useState, useSyncExternalStore } from 'react'
import { daysUntilForgotten, warnDays } from '../../device/contact.ts'
import type { Person } from '../../device/person.ts'
import type { LostFacts } from '../../device/salvage.ts'
import type { DocumentId } from '../../domain/ledger/documents.ts'
import { type Standing, standingOf } from '../../sync/device-answers.ts'
import { Button, ButtonLink } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { href } from '../route.ts'
import { usePeople } from './people.ts'
import { usePlaceWords } from './place-words.ts'
import { useSchool, useWorkspace } from './workspace.ts'

/** How often a standing line counts as contact, ms. */
const contactEvery = 3_600_000
/** ms after which the school is asked again how it stands to this device, when no answer came. */
const askAgainAfter = 10_000

/** Notes each contact with the relay, and warns before this device forgets the journals for want of one. */
export function ContactNotice() {
  const { session, sync } = useWorkspace()
  const people = usePeople()
  const { forgetAfterDays } = useSchool()
  const { device } = useTexts()
  const { line } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  const [person, setPerson] = useState<Person>()
  useEffect(() => {
    let current = true
    const look = async () => {
      if (line === 'online') await people.contacted(session.user, forgetAfterDays)
      const found = (await people.people()).find(({ user }) => user === session.user)
      if (current) setPerson(found)
    }
    void look()
    const timer = setInterval(look, contactEvery)
    return () => {
      current = false
      clearInterval(timer)
    }
  }, [session, people, line, forgetAfterDays])
  if (!person || line === 'online') return null
  const left = daysUntilForgotten(person, Date.now())
  if (left > warnDays) return null
  return (
    <Notice tone="act" icon="noLine" title={device.staleTitle(person.forgetAfterDays - left)}>
      {left > 0 ? device.stale(left) : device.staleToday}
    </Notice>
  )
}

/**
 * Where the account was closed or the office forgot this device: says what still leaves, and locks once nothing waits
 * (the lock screen wipes). Other reasons to be cut off are `LineNotice`'s.
 */
export function DrainNotice() {
  const { session, lock } = useWorkspace()
  const { device, quarantine } = useTexts()
  const { facts } = useSyncExternalStore(session.waiting.subscribe, session.waiting.get)
  const saving = useSyncExternalStore(session.saving.subscribe, session.saving.get)
  const [quarantined, setQuarantined] = useState<number>()
  const isDrained = facts === 0 && !saving
  useEffect(() => {
    let current = true
    if (isDrained)
      void session.store.quarantine().then(({ length }) => {
        if (!current) return
        setQuarantined(length)
        if (length === 0) lock()
      })
    return () => {
      current = false
    }
  }, [isDrained, session, lock])
  const isAside = isDrained && quarantined !== undefined && quarantined > 0
  return (
    <Notice
      tone="act"
      icon="alert"
      title={device.drainTitle}
      actions={isAside && <ButtonLink href={href({ screen: 'quarantine' })}>{quarantine.title}</ButtonLink>}
    >
      {isAside ? device.drainQuarantine : device.drain(facts)}
    </Notice>
  )
}

/** How the school stands to this device, asked once the relay has cut it off; undefined while unknown. */
export function useStanding(asked: boolean): Standing | undefined {
  const { session, account } = useWorkspace()
  const people = usePeople()
  const [standing, setStanding] = useState<Standing>()
  useEffect(() => {
    let current = true
    let timer: ReturnType<typeof setTimeout> | undefined
    setStanding(undefined)
    const ask = async () => {
      clearTimeout(timer)
      const ticket = (await people.people()).find(({ user }) => user === session.user)?.ticket
      const told = ticket ? await standingOf(account, ticket) : undefined
      if (!current) return
      setStanding(told)
      if (ticket && told === undefined) timer = setTimeout(ask, askAgainAfter)
    }
    if (asked) {
      void ask()
      addEventListener('online', ask)
    }
    return () => {
      current = false
      clearTimeout(timer)
      removeEventListener('online', ask)
    }
  }, [asked, session, account, people])
  return standing
}

/** Entries that could not be read any more before they were sent, until the person has read it. */
export function LostNotice() {
  const { session } = useWorkspace()
  const { device } = useTexts()
  const format = useFormat()
  const placeOf = usePlaceWords()
  const [lost, setLost] = useState<readonly LostFacts[]>([])
  useEffect(() => {
    const look = () => void session.store.lost().then(setLost, () => undefined)
    look()
    return session.mended.subscribe(look)
  }, [session])
  if (lost.length === 0) return null
  const documents = new Map<DocumentId, LostFacts>()
  for (const one of lost) {
    const known = documents.get(one.document)
    documents.set(one.document, {
      ...one,
      facts: one.facts + (known?.facts ?? 0),
      since: Math.min(one.since, known?.since ?? one.since),
    })
  }
  return (
    <Notice
      tone="act"
      icon="alert"
      title={device.lostTitle(lost.reduce((sum, { facts }) => sum + facts, 0))}
      actions={
        <Button
          onClick={() => {
            setLost([])
            void session.store.acknowledgeLost()
          }}
        >
          {device.read}
        </Button>
      }
    >
      {device.lost}
      {[...documents.values()].map(({ document, facts, since }) => (
        <p key={document}>{device.lostWhere(placeOf(document), facts, format.moment(since))}</p>
      ))}
    </Notice>
  )
}
