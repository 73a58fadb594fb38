import { useMemo, useState } from 'react'
import { schoolDate } from '../../../domain/school/school-date.ts'
import { plainText } from '../../../exchange/sheets/cell-text.ts'
import type { AccountFaultCode } from '../../../sync/account-client.ts'
import type { Slip } from '../../../sync/people-answers.ts'
import { Button, ButtonLink } from '../../design/button.tsx'
import { SelectField, TextField } from '../../design/field.tsx'
import { Notice } from '../../design/notice.tsx'
import { useFormat, useTexts } from '../../design/texts/language.tsx'
import { Slips } from '../../papers/slips.tsx'
import { href } from '../../route.ts'
import { signInLink } from '../../sign-in/sign-in-link.ts'
import { useSchool } from '../../workspace/workspace.ts'
import css from '../setup/setup.module.css'
import { useMessage } from '../setup/use-message.tsx'
import { StaleNotice } from '../stale-notice.tsx'
import { ForgetAfter } from './forget-after.tsx'
import { everybody, isShown, type PeopleFilter, type Person, peopleFilters } from './people-list.ts'
import { PersonCard } from './person-card.tsx'
import { useAccounts } from './use-accounts.ts'

/** Вход сотрудников: who has an account, invitations, devices, people who leave and come back. */
export function PeoplePage() {
  const school = useSchool()
  const { people: texts, setup, frame } = useTexts()
  const format = useFormat()
  const { accounts, at, online, change, invite } = useAccounts()
  const [filter, setFilter] = useState<PeopleFilter>('all')
  const [sought, setSought] = useState('')
  const [opened, setOpened] = useState<string>()
  const [asking, setAsking] = useState(false)
  const [slips, setSlips] = useState<readonly Slip[]>([])
  const [message, say] = useMessage()
  const [fault, setFault] = useState<AccountFaultCode>()
  const all = useMemo(() => everybody(school.staff.values(), accounts ?? []), [school.staff, accounts])
  const words = plainText(sought).split(' ')
  const shown = all.filter(
    (person) => isShown(person, filter) && words.every((word) => plainText(person.name).includes(word)),
  )
  const waiting = all.filter((person) => isShown(person, 'never'))

  async function inviteThem(them: readonly Person[]) {
    const members = them.flatMap(({ member }) => member?.id ?? [])
    const users = them.flatMap(({ member, account }) => (member || !account ? [] : account.user))
    const outcome = await invite(members, users)
    setFault(outcome.ok ? undefined : outcome.code)
    if (!outcome.ok) return
    setSlips(outcome.value)
    say(texts.said.invited(outcome.value.length))
  }

  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>{texts.title}</h1>
        <ButtonLink look="quiet" icon="back" href={href({ screen: 'setup' })}>
          {setup.back}
        </ButtonLink>
      </header>
      <p className={css.lead}>{texts.lead}</p>
      <StaleNotice at={at} />
      {accounts && !online && <Notice icon="noLine">{texts.needsLine}</Notice>}
      {fault && (
        <Notice tone="act" icon="alert">
          {fault === 'noLine' || fault === 'noRight' ? texts.failed[fault] : texts.failed.other}
        </Notice>
      )}
      {message}
      {slips.length > 0 && (
        <Slips
          sheet={{
            title: texts.slipsFile,
            organisation: school.profile?.name ?? '',
            address: location.origin,
            slips: slips.map((slip) => ({
              name:
                all.find(({ account, id }) => account?.user === slip.user || id === slip.person)?.name ??
                slip.login,
              login: slip.login,
              code: slip.code,
              goodUntil: format.date(schoolDate(slip.goodUntil, school.profile?.timezone)),
              link: `${location.origin}/${signInLink(slip)}`,
            })),
          }}
          onHide={() => setSlips([])}
        />
      )}
      <div className={css.actions}>
        {accounts && waiting.length > 0 && (
          <Button look="main" icon="person" disabled={!online} onClick={() => setAsking(true)}>
            {texts.inviteAll(waiting.length)}
          </Button>
        )}
        <ButtonLink href={href({ screen: 'setup', step: 'staff' })}>{texts.toStaff}</ButtonLink>
      </div>
      {asking && (
        <Notice
          tone="act"
          icon="alert"
          actions={
            <>
              <Button
                look="main"
                onClick={() => {
                  setAsking(false)
                  void inviteThem(waiting)
                }}
              >
                {texts.invite}
              </Button>
              <Button onClick={() => setAsking(false)}>{frame.cancel}</Button>
            </>
          }
        >
          {texts.inviteAllSure(waiting.length)}
        </Notice>
      )}
      {all.length === 0 ? (
        <Notice tone="empty" icon="person" title={texts.nobody} />
      ) : (
        <>
          <div className={css.fields}>
            <TextField
              label={setup.find}
              type="search"
              value={sought}
              onChange={({ target }) => setSought(target.value)}
            />
            <SelectField
              label={texts.filter}
              value={filter}
              onChange={({ target }) => setFilter(target.value as PeopleFilter)}
            >
              {peopleFilters.map((one) => (
                <option key={one} value={one}>
                  {texts.filters[one]}
                </option>
              ))}
            </SelectField>
          </div>
          <p className={css.quiet}>{shown.length === 0 ? texts.nobodyHere : texts.shown(shown.length)}</p>
          <ul className={css.records}>
            {shown.map((person) => (
              <PersonCard
                key={person.id}
                person={person}
                known={accounts !== undefined}
                online={online}
                open={opened === person.id}
                onOpen={() => setOpened(opened === person.id ? undefined : person.id)}
                onInvite={() => void inviteThem([person])}
                onChange={async (path, body, done) => {
                  const outcome = await change(path, body)
                  setFault(outcome.ok ? undefined : outcome.code)
                  if (outcome.ok) say(done)
                  return outcome.ok
                }}
                onSaid={say}
              />
            ))}
          </ul>
          <ForgetAfter />
        </>
      )}
    </div>
  )
}
