import { useState } from 'react'
import { Button } from '../design/button.tsx'
import { Chip } from '../design/chip.tsx'
import { Notice } from '../design/notice.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { DeviceName } from './device-name.tsx'
import css from './list-page.module.css'

/** A device of this person, as the server knows it. `lastSeen`: ms since 1970. */
export interface DeviceItem {
  id: string
  name: string
  lastSeen: number
  current: boolean
  revoked: boolean
}

export interface DevicesProps {
  /** undefined: the list could not be fetched, there is no line. */
  devices: readonly DeviceItem[] | undefined
  onRename: (id: string, name: string) => void
  onRevoke: (id: string) => void
}

/** The person's devices; a lost one is cut off here. */
export function Devices({ devices, onRename, onRevoke }: DevicesProps) {
  const { sync, frame } = useTexts()
  const [asked, setAsked] = useState<string>()
  return (
    <div className={css.page}>
      <h1>{sync.devices}</h1>
      {devices === undefined && <Notice icon="noLine">{sync.devicesNoLine}</Notice>}
      {devices?.length === 0 && <Notice tone="empty" icon="device" title={sync.noDevices} />}
      {devices && devices.length > 0 && (
        <ul className={css.list}>
          {devices.map(({ id, name, lastSeen, current, revoked }) => (
            <li key={id}>
              <div className={css.actions}>
                <span className={css.fact}>{name}</span>
                {current && <Chip tone="now">{sync.thisDevice}</Chip>}
                {revoked && <Chip>{sync.revoked}</Chip>}
              </div>
              <DeviceName device={{ name, lastSeen }} onRename={(typed) => onRename(id, typed)} />
              {!current && !revoked && asked !== id && (
                <div className={css.actions}>
                  <Button look="danger" onClick={() => setAsked(id)}>
                    {sync.revoke}
                  </Button>
                </div>
              )}
              {asked === id && (
                <Notice
                  tone="act"
                  icon="alert"
                  actions={
                    <>
                      <Button
                        look="danger"
                        onClick={() => {
                          setAsked(undefined)
                          onRevoke(id)
                        }}
                      >
                        {sync.revoke}
                      </Button>
                      <Button onClick={() => setAsked(undefined)}>{frame.cancel}</Button>
                    </>
                  }
                >
                  {sync.revokeSure(name)}
                </Notice>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
