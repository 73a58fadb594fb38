import { useState } from 'react'
import { entity } from '../../../domain/ledger/documents.ts'
import type { StaffMember } from '../../../domain/school/school-view.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { useWorkspace } from '../../workspace/workspace.ts'
import { said } from '../setup/said.ts'
import css from '../setup/setup.module.css'
import { DeviceRow } from './device-row.tsx'
import { LeaveForm } from './leave-form.tsx'
import own from './people.module.css'
import type { PersonCardProps } from './person-card.tsx'

const roles = ['teacher', 'office'] as const

/** What the office does with one person: roles, codes, access, devices, leaving. */
export function PersonPanel({ person, known, online, onInvite, onChange, onSaid }: PersonCardProps) {
  const { session, schoolDocument } = useWorkspace()
  const { people: texts, frame } = useTexts()
  const [asking, setAsking] = useState<'close' | 'leave'>()
  const { member, account, name } = person
  const isSelf = account?.user === session.user
  const saveMember = (value: StaffMember) =>
    void schoolDocument.assert([said(entity.staff(value.id), 'staff', value)])

  async function reopen() {
    if (!account) return
    if (member) await schoolDocument.assert([said(entity.staff(member.id), 'staff.lastDay', null)])
    const done = await onChange('enable', { user: account.user }, texts.said.opened(name))
    // Who left had his roles taken: he comes back as a teacher, until the office says more.
    if (done && member && member.roles.length === 0) saveMember({ ...member, roles: ['teacher'] })
  }

  return (
    <div className={own.panel}>
      {member && (
        <fieldset>
          <legend className={css.quiet}>{texts.rolesTitle}</legend>
          {roles.map((role) => (
            <label key={role} className={css.check}>
              <input
                type="checkbox"
                checked={member.roles.includes(role)}
                disabled={isSelf && role === 'office'}
                onChange={({ target }) => {
                  const chosen = roles.filter((one) =>
                    one === role ? target.checked : member.roles.includes(one),
                  )
                  saveMember({ ...member, roles: chosen })
                  onSaid(texts.said.roles(name))
                }}
              />
              {texts.roles[role]}
            </label>
          ))}
        </fieldset>
      )}
      {known && account?.disabled && (
        <>
          <p className={css.quiet}>{texts.reopenHelp}</p>
          <div className={css.buttons}>
            <Button look="main" disabled={!online} onClick={() => void reopen()}>
              {texts.reopen}
            </Button>
          </div>
        </>
      )}
      {known && !account?.disabled && (
        <>
          {account?.active && <p className={css.quiet}>{texts.newCodeHelp}</p>}
          <div className={css.buttons}>
            <Button look={account?.active ? 'plain' : 'main'} disabled={!online} onClick={onInvite}>
              {account ? texts.newCode : texts.invite}
            </Button>
            {account && account.codeGoodUntil !== null && (
              <Button
                disabled={!online}
                onClick={() =>
                  void onChange('withdraw-code', { user: account.user }, texts.said.withdrawn(name))
                }
              >
                {texts.withdraw}
              </Button>
            )}
            {account && !isSelf && (
              <Button look="danger" disabled={!online} onClick={() => setAsking('close')}>
                {texts.close}
              </Button>
            )}
            {member && !isSelf && <Button onClick={() => setAsking('leave')}>{texts.leave}</Button>}
          </div>
          {isSelf && <p className={css.quiet}>{texts.yourself}</p>}
        </>
      )}
      {asking === 'close' && account && (
        <Notice
          tone="act"
          icon="alert"
          actions={
            <>
              <Button
                look="danger"
                onClick={() => {
                  setAsking(undefined)
                  void onChange('disable', { user: account.user }, texts.said.closed(name))
                }}
              >
                {texts.close}
              </Button>
              <Button onClick={() => setAsking(undefined)}>{frame.cancel}</Button>
            </>
          }
        >
          {texts.closeSure(name)}
        </Notice>
      )}
      {asking === 'leave' && member && (
        <LeaveForm
          member={member}
          account={account}
          online={online}
          onChange={onChange}
          onSaid={onSaid}
          onDone={() => setAsking(undefined)}
        />
      )}
      {account && (
        <section className={css.section}>
          <h3>{texts.devices}</h3>
          {account.devices.length === 0 && <p className={css.quiet}>{texts.noDevices}</p>}
          {account.devices.map((device) => (
            <DeviceRow
              key={device.id}
              device={device}
              online={online}
              onRename={(value) =>
                void onChange(
                  'rename-device',
                  { user: account.user, device: device.id, name: value },
                  texts.said.renamed(value),
                )
              }
              onForget={() =>
                void onChange(
                  'forget-device',
                  { user: account.user, device: device.id },
                  texts.said.forgotten(device.name),
                )
              }
            />
          ))}
        </section>
      )}
    </div>
  )
}
