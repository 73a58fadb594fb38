import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { OpenDocument } from '../../device/open-document.ts'
import { askToPersist } from '../../device/persistence.ts'
import { PersonSession, ProfileGoneError } from '../../device/person-session.ts'
import { schoolDocument as schoolId } from '../../domain/ledger/documents.ts'
import type { AccountClient } from '../../sync/account-client.ts'
import { FileClient } from '../../sync/file-client.ts'
import { deliverFiles, type FileDelivery } from '../../sync/file-delivery.ts'
import type { LineSocketConstructor } from '../../sync/line-socket.ts'
import { Path } from '../../sync/path.ts'
import { realSchedule } from '../../sync/schedule.ts'
import { type Sync, startSync } from '../../sync/sync.ts'
import { sealedTokens } from '../../sync/tokens.ts'
import { LanguageProvider } from '../design/texts/language.tsx'
import { Screens } from '../screens.tsx'
import { freshAccess } from './access.ts'
import { appVersion } from './app-version.ts'
import { useAppearance } from './appearance.ts'
import { AttentionProvider } from './attention.tsx'
import { learnOutboxKey, useBackgroundDelivery } from './carrying.ts'
import { fillStore, keepDeviceShare, lookAround } from './device-standing.ts'
import { expectHere } from './here.ts'
import { WantedDocuments } from './wanted-documents.ts'
import { useSchool, type Workspace, WorkspaceProvider } from './workspace.ts'

/** What this page has learnt of its way to the server. */
let path: Path | undefined

/** Starts the session of a person who has unlocked it. */
export const startSession = PersonSession.start
export { fillStore, keepDeviceShare, lookAround, ProfileGoneError }

/** Opens an unlocked person's work: the school's document from the disk, then the line. */
export function OpenWorkspace({
  session,
  account,
  onLocked,
}: {
  session: PersonSession
  account: AccountClient
  onLocked: () => void
}) {
  const [opened, setOpened] = useState<{
    document: OpenDocument
    sync: Sync
    tokens: Workspace['tokens']
    files: FileDelivery
  }>()
  const mended = useSyncExternalStore(session.mended.subscribe, session.mended.get)
  useEffect(() => {
    // After a mending the line starts anew: cursors went back to the beginning.
    void mended
    let sync: Sync | undefined
    let files: FileDelivery | undefined
    let stopped = false
    void session.open(schoolId).then((document) => {
      if (stopped) return
      const wanted = new WantedDocuments(session, document, () => sync?.documentsChanged())
      const tokens = sealedTokens(session.store, account)
      path ??= new Path({
        socket: WebSocket as unknown as LineSocketConstructor,
        fetch,
        origin: '',
        whoAnswers: () => account.whoAnswers(),
        schedule: realSchedule,
      })
      sync = startSync(session, {
        url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`,
        socket: path.socket,
        path,
        tokens,
        app: appVersion,
        documents: () => wanted.list(),
      })
      const delivery = deliverFiles({
        files: session.files,
        client: new FileClient('', fetch),
        access: () => freshAccess({ session, tokens }),
      })
      files = delivery
      let line = sync.status.get().line
      sync.status.subscribe(() => {
        const next = sync?.status.get().line
        if (next === 'online' && line !== 'online') {
          delivery.sendNow()
          void learnOutboxKey(session, account, tokens)
        }
        if (next) line = next
      })
      setOpened({ document, sync, tokens, files: delivery })
    })
    void askToPersist()
    // The demo school's clock; an unreachable relay leaves the one kept from before.
    void account.school().then(async (answer) => {
      if (answer.ok) await session.setClockOffset(answer.value.clockOffset)
    })
    return () => {
      stopped = true
      files?.stop()
      sync?.stop()
    }
  }, [session, account, mended])
  useTouch(session)
  useEffect(() => {
    const note = () => expectHere(session.user, session.waiting.get().facts)
    note()
    return session.waiting.subscribe(note)
  }, [session])
  useBackgroundDelivery(session, opened?.sync)

  const workspace = useMemo<Workspace | undefined>(
    () =>
      opened && {
        session,
        account,
        schoolDocument: opened.document,
        sync: opened.sync,
        tokens: opened.tokens,
        lock: () => {
          opened.files.stop()
          opened.sync.stop()
          void session.lock().then(onLocked)
        },
      },
    [opened, session, account, onLocked],
  )
  if (!workspace) return null
  return (
    <WorkspaceProvider value={workspace}>
      <Spoken session={session}>
        <AttentionProvider>
          <Screens />
        </AttentionProvider>
      </Spoken>
    </WorkspaceProvider>
  )
}

/** The person's language, with the school's time zone and clock. */
function Spoken({ session, children }: { session: PersonSession; children: ReactNode }) {
  const { language } = useAppearance()
  const timeZone = useSchool().profile?.timezone ?? 'Asia/Yekaterinburg'
  return (
    <LanguageProvider language={language} timeZone={timeZone} now={session.now}>
      {children}
    </LanguageProvider>
  )
}

/** A touch or a key keeps the session unlocked. */
function useTouch(session: PersonSession): void {
  useEffect(() => {
    const events = ['pointerdown', 'keydown', 'visibilitychange'] as const
    for (const event of events) document.addEventListener(event, session.touch, { passive: true })
    return () => {
      for (const event of events) document.removeEventListener(event, session.touch)
    }
  }, [session])
}
