import { useState } from 'react'
import { schoolDate } from '../../../domain/school/school-date.ts'
import type { FamilyMember } from '../../../sync/family-access.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { useFormat, useTexts } from '../../design/texts/language.tsx'
import { useSchool } from '../../workspace/workspace.ts'
import css from '../desk.module.css'
import { lacksCode } from './members.ts'

/** One of a family: how far the way to the diary is, and what can be done about it. */
export function MemberRow({
  member,
  isPupil,
  disabled,
  onGive,
  onAsk,
}: {
  member: FamilyMember
  isPupil: boolean
  disabled: boolean
  onGive: () => void
  /** `done` is said when the relay has done it. */
  onAsk: (action: 'withdraw-code' | 'revoke', done: string) => void
}) {
  const { diaryAccess: texts, frame } = useTexts()
  const [asking, setAsking] = useState(false)
  const { name, relation, state, ended } = member
  const who = isPupil ? texts.self : relation
  const words = useStateWords(member)
  const isIn = state === 'used' || (state === 'issued' && member.usedAt !== undefined)
  const revoke = () => {
    setAsking(false)
    onAsk('revoke', texts.revoked(name))
  }
  return (
    <li>
      <div>
        <b>{name}</b>
        {who && <span className={css.quiet}>, {who}</span>}
        <p className={lacksCode(member) && !isPupil ? css.act : css.quiet}>{words}</p>
      </div>
      <div className={css.actions}>
        {!ended && (
          <Button
            look={state === 'used' ? 'quiet' : 'plain'}
            disabled={disabled}
            aria-label={`${texts.give[state]}: ${name}`}
            onClick={onGive}
          >
            {texts.give[state]}
          </Button>
        )}
        {state === 'issued' && (
          <Button
            look="quiet"
            disabled={disabled}
            aria-label={`${texts.withdraw}: ${name}`}
            onClick={() => onAsk('withdraw-code', texts.withdrawn(name))}
          >
            {texts.withdraw}
          </Button>
        )}
        {isIn && (
          <Button
            look="quiet"
            disabled={disabled}
            aria-label={`${texts.revoke}: ${name}`}
            onClick={() => setAsking(true)}
          >
            {texts.revoke}
          </Button>
        )}
      </div>
      {asking && (
        <div className={css.wide}>
          <Notice
            tone="act"
            icon="alert"
            actions={
              <>
                <Button look="danger" disabled={disabled} onClick={revoke}>
                  {texts.revoke}
                </Button>
                <Button onClick={() => setAsking(false)}>{frame.cancel}</Button>
              </>
            }
          >
            {texts.revokeSure(name)}
          </Notice>
        </div>
      )}
    </li>
  )
}

function useStateWords({
  state,
  ended,
  noConsent,
  issuedAt,
  goodUntil,
  usedAt,
  lastSignIn,
  lastRead,
}: FamilyMember): string {
  const { diaryAccess: texts } = useTexts()
  const format = useFormat()
  const timezone = useSchool().profile?.timezone
  const day = (time: number | undefined) => (time === undefined ? '' : format.day(schoolDate(time, timezone)))
  const reading =
    lastSignIn === undefined
      ? texts.state.neverIn
      : `${texts.state.lastIn(format.moment(lastSignIn))}. ${lastRead === undefined ? texts.state.neverRead : texts.state.lastRead(format.moment(lastRead))}`
  const says = () => {
    if (state === 'none') return texts.state.none
    if (state === 'expired') return texts.state.expired
    if (state === 'revoked') return texts.state.revoked
    if (state === 'used') return reading
    return usedAt === undefined
      ? texts.state.issued(day(issuedAt), day(goodUntil))
      : `${reading}. ${texts.state.newCode(day(goodUntil))}`
  }
  return ended ? `${says()}. ${noConsent ? texts.state.noConsent : texts.state.ended}` : says()
}
