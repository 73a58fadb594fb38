import { lazy, Suspense, useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { Button, ButtonLink, IconButton } from '../screens/design/button.tsx'
import { cx } from '../screens/design/cx.ts'
import { Icon } from '../screens/design/icons.tsx'
import { Notice } from '../screens/design/notice.tsx'
import { readSignedIn } from '../sync/account-client.ts'
import { account } from './account.ts'
import css from './family.module.css'
import { type Child, diaryKey, FamilyData } from './family-data.ts'
import type { Letters } from './letters.ts'
import { href, type Route, useRoute } from './route.ts'
import { FamilySession } from './session.ts'
import { useSpeech } from './texts/speech.tsx'
import type { Vault } from './vault.ts'
import { WeekPage } from './week-page.tsx'

const MarksPage = lazy(async () => ({ default: (await import('./marks-page.tsx')).MarksPage }))
const MorePage = lazy(async () => ({ default: (await import('./more-page.tsx')).MorePage }))
const FamilyHelp = lazy(async () => ({ default: (await import('./help/family-help.tsx')).FamilyHelp }))
const AdvicePage = lazy(async () => ({ default: (await import('./advice/advice-page.tsx')).AdvicePage }))
const LettersPage = lazy(async () => ({ default: (await import('./letters-page.tsx')).LettersPage }))

/** Between looks for something new while the diary is open, ms. */
const lookEvery = 5 * 60_000

export { readSignedIn }

/** Reads what an opened phone keeps; the line is asked once the diary stands. `came`: the answer to a sign-in's range. */
export async function openData(vault: Vault, came?: unknown): Promise<FamilyData> {
  const data = new FamilyData(vault, new FamilySession(vault, account), came)
  await data.load()
  return data
}

/** The diary of an opened phone. */
export function Diary({
  data,
  vault,
  onLocked,
  onSignedOut,
  onSignInAgain,
}: {
  data: FamilyData
  vault: Vault
  onLocked: () => void
  onSignedOut: () => Promise<void>
  onSignInAgain: () => void
}) {
  const state = useSyncExternalStore(data.subscribe, data.get)
  const route = useRoute()
  const { texts } = useSpeech()
  const [year, setYear] = useState<string>()
  const [helping, setHelping] = useState(false)
  const [update, setUpdate] = useState<() => void>()
  // Once the diary is here: the app's files would stand in its way on a slow line.
  const here = state.heard !== undefined
  const { letters, syncLetters, syncConsents } = useLetters(data, vault, here)
  useLooking(useCallback(() => void data.sync(), [data]))
  useLooking(syncLetters)
  const unread = useSyncExternalStore(
    letters?.subscribe ?? subscribeToNothing,
    () => letters?.unread(state.children) ?? 0,
  )
  const answered = useSyncExternalStore(letters?.subscribe ?? subscribeToNothing, () =>
    state.children.find(({ pupil }) => letters?.hasAnswer(pupil)),
  )
  useEffect(() => {
    if (!here) return
    import('./registration.ts').then(
      ({ registerDiary }) => registerDiary((apply) => setUpdate(() => apply)),
      () => undefined,
    )
  }, [here])

  const child = state.children.find(({ pupil }) => pupil === route.pupil) ?? state.children[0]
  const shownYear = child?.years.find(({ id }) => id === year)?.id ?? child?.years[0]?.id
  const diary = child && shownYear ? state.diaries.get(diaryKey(child.pupil, shownYear)) : undefined
  const today = diary?.head.today ?? new Date().toISOString().slice(0, 10)
  useEffect(() => {
    if (child && shownYear && shownYear !== child.years[0]?.id) void data.openYear(child.pupil, shownYear)
  }, [data, child, shownYear])

  return (
    <div className={css.frame}>
      <header className={css.head}>
        <ChildChoice all={state.children} chosen={child} route={route} />
        <LineState data={data} />
        <IconButton icon="help" label={texts.help} onClick={() => setHelping(!helping)} />
      </header>
      <main className={css.main}>
        {update && (
          <Notice icon="install" actions={<Button onClick={update}>{texts.more.updateNow}</Button>}>
            {texts.more.update}
          </Notice>
        )}
        {answered && route.screen !== 'advice' && (
          <Notice
            icon="help"
            actions={
              <ButtonLink href={href({ screen: 'advice', pupil: answered.pupil })}>
                {texts.adviceRead}
              </ButtonLink>
            }
          >
            {texts.adviceArrived}
          </Notice>
        )}
        {state.line === 'signedOut' && (
          <Notice
            tone="act"
            icon="lock"
            actions={<Button onClick={onSignInAgain}>{texts.enter.submit}</Button>}
          >
            {texts.enter.signedOut}
          </Notice>
        )}
        {route.screen === 'more' ? (
          <Suspense>
            <MorePage
              data={data}
              vault={vault}
              child={child}
              year={shownYear}
              letters={letters}
              today={today}
              onYear={setYear}
              onSaid={syncConsents}
              onLocked={onLocked}
              onSignedOut={onSignedOut}
            />
          </Suspense>
        ) : !child ? (
          state.line !== 'asking' && (
            <Notice tone="empty" icon="person">
              {state.heard ? texts.more.noChildren : texts.line.never}
            </Notice>
          )
        ) : route.screen === 'letters' && letters ? (
          <Suspense>
            <LettersPage
              key={child.pupil}
              letters={letters}
              session={data.session}
              child={child}
              today={today}
              onSaid={syncLetters}
            />
          </Suspense>
        ) : route.screen === 'advice' && letters ? (
          <Suspense>
            <AdvicePage key={child.pupil} data={data} letters={letters} child={child} onSaid={syncLetters} />
          </Suspense>
        ) : !diary || route.screen === 'letters' || route.screen === 'advice' ? (
          <Notice tone="empty" icon={state.line === 'stale' ? 'noLine' : 'waiting'}>
            {state.line === 'stale' ? texts.line.never : texts.line.reading}
          </Notice>
        ) : route.screen === 'marks' ? (
          <Suspense>
            <MarksPage diary={diary} />
          </Suspense>
        ) : (
          <WeekPage
            key={`${child.pupil},${shownYear}`}
            diary={diary}
            date={route.screen === 'diary' ? route.date : undefined}
            seen={shownYear === child.years[0]?.id ? state.seen.get(child.pupil) : undefined}
            onSeen={() => void data.markSeen(child.pupil, diary.head.year.id)}
            pupil={child.pupil}
            file={(hash) => data.session.file(filePath(child.pupil, hash, diary.head.year.id))}
          />
        )}
      </main>
      <Nav route={route} unread={unread} />
      <Suspense>{helping && <FamilyHelp onClose={() => setHelping(false)} />}</Suspense>
    </div>
  )
}

const filePath = (pupil: string, hash: string, year: string) =>
  `/api/family/files/${encodeURIComponent(pupil)}/${encodeURIComponent(hash)}?year=${encodeURIComponent(year)}`

const subscribeToNothing = () => () => undefined

/** The correspondence, read from the phone once the diary stands; `syncLetters` sends what waits and asks for more. */
function useLetters(data: FamilyData, vault: Vault, here: boolean) {
  const [letters, setLetters] = useState<Letters>()
  useEffect(() => {
    if (!here) return
    import('./letters.ts').then(
      async (module) => setLetters(await module.Letters.open(vault, data.session)),
      // Without a line, before the app's files are here; the next opening brings it.
      () => undefined,
    )
  }, [data, vault, here])
  const syncLetters = useCallback(() => void letters?.sync(data.state.children), [letters, data])
  // What was taken back may close the diary: the relay says so, once it knows.
  const syncConsents = useCallback(
    () => void letters?.sync(data.state.children).then(() => data.sync()),
    [letters, data],
  )
  return { letters, syncLetters, syncConsents }
}

/** Looks for something new at once, when the line or the person comes back, and from time to time. */
function useLooking(lookFor: () => void): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') lookFor()
    }
    look()
    const timer = setInterval(look, lookEvery)
    addEventListener('online', look)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      removeEventListener('online', look)
      document.removeEventListener('visibilitychange', look)
    }
  }, [lookFor])
}

function ChildChoice({
  all,
  chosen,
  route,
}: {
  all: readonly Child[]
  chosen: Child | undefined
  route: Route
}) {
  const { texts } = useSpeech()
  if (all.length === 0) return <p className={css.brand}>{texts.brand}</p>
  if (all.length === 1)
    return (
      <p className={css.child}>
        {chosen?.name} <span className={css.quiet}>{chosen?.years[0]?.class}</span>
      </p>
    )
  return (
    <nav className={css.children} aria-label={texts.children}>
      {all.map(({ pupil, name, years }) => (
        <a
          key={pupil}
          href={href({ screen: route.screen, pupil })}
          className={cx(css.childLink, pupil === chosen?.pupil && css.on)}
          aria-current={pupil === chosen?.pupil ? 'true' : undefined}
        >
          {name.split(' ').at(-1)} <span className={css.quiet}>{years[0]?.class}</span>
        </a>
      ))}
    </nav>
  )
}

function LineState({ data }: { data: FamilyData }) {
  const { line, heard } = useSyncExternalStore(data.subscribe, data.get)
  const { texts, format } = useSpeech()
  const sync = useCallback(() => void data.sync(), [data])
  if (heard === undefined) return null
  return (
    <button type="button" className={css.line} onClick={sync} title={texts.line.update}>
      <Icon name={line === 'stale' ? 'noLine' : 'stored'} />
      <span>
        {line === 'stale' ? texts.line.stale(format.moment(heard)) : texts.line.fresh(format.moment(heard))}
      </span>
    </button>
  )
}

function Nav({ route, unread }: { route: Route; unread: number }) {
  const { texts } = useSpeech()
  const places = [
    ['diary', 'today'],
    ['marks', 'journals'],
    ['letters', 'note'],
    ['more', 'more'],
  ] as const
  return (
    <nav className={css.nav}>
      {places.map(([screen, icon]) => (
        <a
          key={screen}
          href={href({ screen, ...(route.pupil ? { pupil: route.pupil } : {}) })}
          className={cx(css.place, route.screen === screen && css.on)}
          aria-current={route.screen === screen ? 'page' : undefined}
        >
          <Icon name={icon} />
          {texts.nav[screen]}
          {screen === 'letters' && unread > 0 && <span className={css.chip}>{texts.nav.unread(unread)}</span>}
        </a>
      ))}
    </nav>
  )
}
