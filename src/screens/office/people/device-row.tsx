import { useState } from 'react'
import type { StaffDevice } from '../../../sync/people-answers.ts'
import { Button } from '../../design/button.tsx'
import { Notice } from '../../design/notice.tsx'
import { useTexts } from '../../design/texts/language.tsx'
import { DeviceName } from '../../sync/device-name.tsx'

/** A device of somebody: its name can be changed, a lost one is forgotten. */
export function DeviceRow({
  device,
  online,
  onRename,
  onForget,
}: {
  device: StaffDevice
  online: boolean
  onRename: (name: string) => void
  onForget: () => void
}) {
  const { people: texts, frame } = useTexts()
  const [asked, setAsked] = useState(false)
  return (
    <>
      <DeviceName device={device} disabled={!online} onRename={onRename}>
        <Button look="danger" disabled={!online} onClick={() => setAsked(true)}>
          {texts.forget}
        </Button>
      </DeviceName>
      {asked && (
        <Notice
          tone="act"
          icon="alert"
          actions={
            <>
              <Button look="danger" onClick={onForget}>
                {texts.forget}
              </Button>
              <Button onClick={() => setAsked(false)}>{frame.cancel}</Button>
            </>
          }
        >
          {texts.forgetSure(device.name)}
        </Notice>
      )}
    </>
  )
}
