import { type ReactNode, useState } from 'react'
import { adviceTexts } from '../advice/texts.ts'
import { Button, ButtonLink } from '../design/button.tsx'
import { Choice } from '../design/field.tsx'
import { Notice } from '../design/notice.tsx'
import type { Language } from '../design/texts/language.tsx'
import { useTexts } from '../design/texts/language.tsx'
import type { Theme } from '../design/theme.ts'
import { href } from '../route.ts'
import css from './more.module.css'

/** Minutes without use after which the app locks; the first is what the instruction's spirit asks for. */
export const autoLockChoices = [3, 5, 10] as const
export type AutoLock = (typeof autoLockChoices)[number]

export interface MoreProps {
  person: string
  theme: Theme
  language: Language
  autoLock: AutoLock
  /** Facts of this person that wait for the server: signing out has to wait for them. */
  waiting: number
  notAccepted: number
  quarantined: number
  /** Whether the person gives reasons of absences. */
  classTeacher: boolean
  onTheme: (theme: Theme) => void
  onLanguage: (language: Language) => void
  onAutoLock: (minutes: AutoLock) => void
  /** What has just been changed. */
  changed?: 'pin' | 'password' | undefined
  onChange: (what: 'pin' | 'password') => void
  /** Ways to the person's other schools. */
  otherSchools?: ReactNode
  /** Links the account to Госуслуги. */
  esia?: ReactNode
  /** Saves what waits as a file; once it is `saved`, signing out need not wait. */
  save?: ReactNode
  saved?: boolean
  onSignOut: () => void
}

/** The rest: lists that are looked at now and then, and the settings of this person on this device. */
export function More(props: MoreProps) {
  const { person, theme, language, autoLock, notAccepted, quarantined, classTeacher } = props
  const { more, settings, ownReport, sync, notAccepted: tray, quarantine } = useTexts()
  return (
    <div className={css.page}>
      <h1>{more.title}</h1>
      <div className={css.links}>
        <ButtonLink href={href({ screen: 'ownReport' })} icon="note">
          {ownReport.link}
        </ButtonLink>
        {classTeacher && (
          <ButtonLink href={href({ screen: 'reason' })} icon="note">
            {more.reasons}
          </ButtonLink>
        )}
        <ButtonLink href={href({ screen: 'sync' })} icon="waiting">
          {sync.title}
        </ButtonLink>
        <ButtonLink href={href({ screen: 'notAccepted' })} icon="alert">
          {tray.title}
          {notAccepted > 0 && `: ${notAccepted}`}
        </ButtonLink>
        {quarantined > 0 && (
          <ButtonLink href={href({ screen: 'quarantine' })} icon="alert">
            {quarantine.title}: {quarantined}
          </ButtonLink>
        )}
        <ButtonLink href={href({ screen: 'advice' })} icon="help">
          {adviceTexts[language].title}
        </ButtonLink>
        <ButtonLink href={href({ screen: 'devices' })} icon="device">
          {sync.devices}
        </ButtonLink>
      </div>
      {props.otherSchools}
      <Choice
        label={more.theme}
        name="theme"
        value={theme}
        options={(['system', 'light', 'dark'] as const).map((value) => ({
          value,
          label: more.themes[value],
        }))}
        onChange={props.onTheme}
      />
      <Choice
        label={more.language}
        name="language"
        value={language}
        options={(['ru', 'en'] as const).map((value) => ({ value, label: more.languages[value] }))}
        onChange={props.onLanguage}
      />
      <Choice
        label={more.autoLock}
        name="auto-lock"
        value={String(autoLock)}
        options={autoLockChoices.map((minutes) => ({
          value: String(minutes),
          label: more.minutes(minutes),
        }))}
        onChange={(value) => {
          const minutes = autoLockChoices.find((choice) => String(choice) === value)
          if (minutes) props.onAutoLock(minutes)
        }}
      />
      {props.esia}
      <section className={css.person}>
        <h2>
          {more.person} {person}
        </h2>
        {props.changed && (
          <p role="status" className={css.changed}>
            {settings.changed[props.changed]}
          </p>
        )}
        <div className={css.buttons}>
          <Button icon="lock" onClick={() => props.onChange('pin')}>
            {more.changePin}
          </Button>
          <Button icon="lock" onClick={() => props.onChange('password')}>
            {settings.changePassword}
          </Button>
        </div>
        <SignOut {...props} />
      </section>
    </div>
  )
}

function SignOut({
  waiting,
  save,
  saved = false,
  onSignOut,
}: Pick<MoreProps, 'waiting' | 'save' | 'saved' | 'onSignOut'>) {
  const { more, settings, frame } = useTexts()
  const [asked, setAsked] = useState(false)
  if (waiting > 0 && !asked)
    return (
      <Notice
        icon="waiting"
        actions={
          <>
            {save}
            {saved && (
              <Button look="danger" onClick={() => setAsked(true)}>
                {more.signOut}
              </Button>
            )}
          </>
        }
      >
        {more.signOutWaiting(waiting)}
      </Notice>
    )
  if (!asked)
    return (
      <Button look="danger" onClick={() => setAsked(true)}>
        {more.signOut}
      </Button>
    )
  return (
    <Notice
      tone="act"
      icon="alert"
      actions={
        <>
          <Button look="danger" onClick={onSignOut}>
            {more.signOutDo}
          </Button>
          <Button onClick={() => setAsked(false)}>{frame.cancel}</Button>
        </>
      }
    >
      {waiting > 0 ? settings.signOutSaved(waiting) : more.signOutSure}
    </Notice>
  )
}
