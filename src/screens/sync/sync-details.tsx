import { Button, ButtonLink } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import type { SyncState } from '../design/sync-line.tsx'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { useClockWords } from '../workspace/network-notice.tsx'
import { CarryAsFile } from './carry-as-file.tsx'
import css from './list-page.module.css'

/** What waits to be sent of one lesson. */
export interface WaitingLesson {
  id: string
  href: string
  /** «7А, Математика, 3-й урок» */
  name: string
  /** ISO date. */
  date: string
  count: number
}

export interface SyncDetailsProps {
  sync: SyncState
  /** Frames travel as HTTPS requests: the network breaks sockets. */
  https: boolean
  /** The server's disk is full. */
  noRoom: boolean
  lessons: readonly WaitingLesson[]
  device: {
    name: string
    version: string
    /** Whether the browser promised not to clear the storage; undefined while it is not known. */
    persisted: boolean | undefined
    /** «12 МБ» */
    used?: string | undefined
    /** How far its clock is behind the server's, ms; null while unknown. */
    clockSkew: number | null
  }
  devicesHref: string
  /** Saves what waits as a file; undefined while the server's key is not known. Resolves with the file's name. */
  onSaveFile: (() => Promise<string>) | undefined
  carryHref: string
  onSend: () => void
  onPersist: () => void
}

/** The state between this device and the server: what waits, since when, by lesson. */
export function SyncDetails({
  sync,
  https,
  noRoom,
  lessons,
  device,
  devicesHref,
  onSaveFile,
  carryHref,
  onSend,
  onPersist,
}: SyncDetailsProps) {
  const { sync: texts, line: lineTexts } = useTexts()
  const clock = useClockWords(device.clockSkew)
  const overHttps = https && sync.line === 'open'
  const format = useFormat()
  const { line, waiting, waitingSince, storedAt } = sync
  const lineText = line === 'open' ? texts.lineOpen : line === 'none' ? texts.lineNone : texts.lineConnecting
  return (
    <div className={css.page}>
      <h1>{texts.title}</h1>
      {overHttps ? (
        <Notice icon="stored" title={lineTexts.https}>
          {lineTexts.httpsHelp}
        </Notice>
      ) : (
        <Notice icon={line === 'open' ? 'stored' : 'noLine'}>{lineText}</Notice>
      )}
      {noRoom && (
        <Notice tone="act" icon="alert" title={texts.noRoomTitle}>
          {texts.noRoom}
        </Notice>
      )}
      {waiting === 0 ? (
        <Notice icon="check" title={texts.nothing}>
          {storedAt !== undefined && texts.nothingHelp(format.moment(storedAt))}
        </Notice>
      ) : (
        <section>
          <h2>{texts.waitTitle(waiting)}</h2>
          {waitingSince !== undefined && (
            <p className={css.lead}>{texts.waitSince(format.moment(waitingSince))}</p>
          )}
          <div className={css.actions}>
            <Button look="main" icon="waiting" disabled={line === 'none'} onClick={onSend}>
              {texts.send}
            </Button>
          </div>
        </section>
      )}
      {lessons.length > 0 && (
        <section>
          <h2>{texts.byLesson}</h2>
          <ul className={css.list}>
            {lessons.map(({ id, href, name, date, count }) => (
              <li key={id} className={css.row}>
                <a href={href}>
                  {name}, {format.day(date)}
                </a>
                <span>{texts.entries(count)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <CarryAsFile waiting={waiting} onSave={onSaveFile} href={carryHref} />
      <section>
        <h2>{texts.device}</h2>
        <dl className={css.pairs}>
          <dt>{texts.deviceName}</dt>
          <dd>{device.name}</dd>
          <dt>{texts.kept}</dt>
          <dd>{device.persisted === undefined ? '…' : device.persisted ? texts.keptYes : texts.keptNo}</dd>
          {device.used && (
            <>
              <dt>{texts.space}</dt>
              <dd>{device.used}</dd>
            </>
          )}
          {device.clockSkew !== null && (
            <>
              <dt>{lineTexts.clock}</dt>
              <dd>{clock ?? lineTexts.clockRight}</dd>
            </>
          )}
          <dt>{texts.version}</dt>
          <dd>{device.version}</dd>
        </dl>
        <div className={css.actions}>
          {device.persisted === false && <Button onClick={onPersist}>{texts.keep}</Button>}
          <ButtonLink href={devicesHref} icon="device">
            {texts.devices}
          </ButtonLink>
        </div>
      </section>
    </div>
  )
}
