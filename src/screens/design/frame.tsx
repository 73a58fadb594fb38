import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from 'react'
import { href, type Route } from '../route.ts'
import { Button, IconButton } from './button.tsx'
import { cx } from './cx.ts'
import css from './frame.module.css'
import { Icon, type IconName } from './icons.tsx'
import { Notice } from './notice.tsx'
import { SyncLine, type SyncState } from './sync-line.tsx'
import { useTexts } from './texts/language.tsx'

const HelpPanel = lazy(async () => ({ default: (await import('../help/help-panel.tsx')).HelpPanel }))

export type Section = 'today' | 'journals' | 'class' | 'board' | 'setup' | 'more'

export interface FrameProps {
  section: Section
  /** Whether the person belongs to the administration and sees its sections. */
  office: boolean
  /** The class that the person leads, its id and title; undefined for who leads none. */
  ownClass?: { id: string; title: string } | undefined
  sync: SyncState
  /** Entries not accepted and conflicts that wait for this person. */
  attention: number
  /** «А. А. Вяткина» */
  person: string
  /** Why writing to the device fails, in Russian; undefined while it works. */
  storageProblem?: string | undefined
  /** Given while the app can be put on the home screen. */
  onInstall?: (() => void) | undefined
  /** Given when a new version is ready and now is a good moment. */
  onUpdate?: (() => void) | undefined
  onDismissInstall?: (() => void) | undefined
  onDismissUpdate?: (() => void) | undefined
  /** Absent when the person has no PIN to lock with. */
  onLock?: (() => void) | undefined
  children: ReactNode
}

/** The frame of every screen: sections, the sync line, the lock, and what the app itself has to say. */
export function Frame(props: FrameProps) {
  const { section, office, ownClass, sync, attention, person, storageProblem, onLock, children } = props
  const { brand, frame } = useTexts()
  const main = useRef<HTMLElement>(null)
  const [helping, setHelping] = useState(false)
  const closeHelp = useCallback(() => setHelping(false), [])
  const toggleHelp = () => setHelping(!helping)
  const link = (
    name: Section,
    icon: IconName,
    text: string,
    short = text,
    count = 0,
    route: Route = { screen: name } as Route,
  ) => (
    <li>
      <a
        href={href(route)}
        className={cx(css.link, section === name && css.on)}
        aria-current={section === name ? 'page' : undefined}
      >
        <Icon name={icon} />
        <span className={css.long}>{text}</span>
        <span className={css.short}>{short}</span>
        {count > 0 && (
          <span className={css.badge}>
            <span aria-hidden="true">{count}</span>
            <span className={css.unseen}>, {frame.attention(count)}</span>
          </span>
        )}
      </a>
    </li>
  )
  return (
    <div className={css.frame}>
      <button type="button" className={css.skip} onClick={() => main.current?.focus()}>
        {frame.skip}
      </button>
      <nav className={css.nav} aria-label={frame.sections}>
        <p className={css.brand} aria-hidden="true">
          {brand.toLowerCase()}
        </p>
        <ul className={css.links}>
          {link('today', 'today', frame.today, frame.today, attention)}
          {link('journals', 'journals', frame.journals)}
          {ownClass &&
            link('class', 'person', frame.ownClass, ownClass.title, 0, {
              screen: 'class',
              class: ownClass.id,
            })}
          {office && link('board', 'school', frame.board, frame.boardShort)}
          {office && link('setup', 'setup', frame.setup)}
          {link('more', 'more', frame.more)}
        </ul>
        <div className={css.foot}>
          <Button look="quiet" icon="help" className={css.lock} onClick={toggleHelp}>
            {frame.help}
          </Button>
          {onLock && (
            <Button look="quiet" icon="lock" className={css.lock} onClick={onLock}>
              {person}
              <span className={css.unseen}>. {frame.lock}</span>
            </Button>
          )}
          <SyncLine sync={sync} />
        </div>
      </nav>
      <div className={css.page}>
        <header>
          <div className={css.strip}>
            <SyncLine sync={sync} compact />
            <span>
              <IconButton icon="help" label={frame.help} onClick={toggleHelp} />
              {onLock && <IconButton icon="lock" label={frame.lock} onClick={onLock} />}
            </span>
          </div>
          <Hints {...props} />
          {storageProblem !== undefined && (
            <div className={css.hint}>
              <Notice tone="act" icon="alert" title={frame.storageTitle}>
                {frame.storageBody(storageProblem)}
              </Notice>
            </div>
          )}
        </header>
        <main ref={main} tabIndex={-1} className={css.main}>
          {children}
        </main>
      </div>
      <Suspense>{helping && <HelpPanel onClose={closeHelp} />}</Suspense>
    </div>
  )
}

function Hints({ onInstall, onUpdate, onDismissInstall, onDismissUpdate }: FrameProps) {
  const { frame } = useTexts()
  return (
    <>
      {onUpdate && (
        <Hint text={frame.update} action={frame.updateDo} onDo={onUpdate} onDismiss={onDismissUpdate} />
      )}
      {onInstall && !onUpdate && (
        <Hint text={frame.install} action={frame.installDo} onDo={onInstall} onDismiss={onDismissInstall} />
      )}
    </>
  )
}

function Hint({
  text,
  action,
  onDo,
  onDismiss,
}: {
  text: string
  action: string
  onDo: () => void
  onDismiss: (() => void) | undefined
}) {
  const { frame } = useTexts()
  return (
    <div className={css.hint}>
      <Notice
        icon="install"
        actions={
          <>
            <Button onClick={onDo}>{action}</Button>
            {onDismiss && (
              <Button look="quiet" onClick={onDismiss}>
                {frame.later}
              </Button>
            )}
          </>
        }
      >
        {text}
      </Notice>
    </div>
  )
}
