import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useFirstTexts } from '../design/texts/first.ts'
import css from './device-said.module.css'

/** What happened to the journals on this device while nobody was at work. */
export type DeviceSaid =
  | { kind: 'closed' | 'forgotten' | 'expired'; who: string }
  /** The browser cleared its databases. `unsent`: entries that had not left. */
  | { kind: 'erased'; unsent: number }

/** Says it above whatever screen of signing in stands. */
export function DeviceSaidNotice({ said, onRead }: { said: DeviceSaid; onRead: () => void }) {
  const { device } = useFirstTexts()
  return (
    <div className={css.said}>
      <Notice
        tone="act"
        icon="alert"
        title={device.saidTitle[said.kind]}
        actions={<Button onClick={onRead}>{device.read}</Button>}
      >
        {said.kind === 'erased' ? device.erased(said.unsent) : device.said[said.kind](said.who)}
      </Notice>
    </div>
  )
}
