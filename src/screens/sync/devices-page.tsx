import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { DeviceId } from '../../domain/ledger/ids.ts'
import { freshAccess } from '../workspace/access.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import { type DeviceItem, Devices } from './devices.tsx'

/** Мои устройства: the list comes from the relay, so it needs the line. */
export function DevicesPage() {
  const { session, account, tokens, sync } = useWorkspace()
  const [devices, setDevices] = useState<readonly DeviceItem[]>()
  const { line } = useSyncExternalStore(sync.status.subscribe, sync.status.get)
  const load = useCallback(async () => {
    const access = await freshAccess({ session, tokens })
    const answer = access === null ? null : await account.devices(access)
    if (!answer?.ok) return setDevices(undefined)
    setDevices(
      // This one first, then by when they were last here.
      answer.value
        .map(({ id, name, lastSeen, createdAt, current }) => ({
          id,
          name,
          current,
          lastSeen: lastSeen ?? createdAt,
          revoked: false,
        }))
        .sort((a, b) => Number(b.current) - Number(a.current) || b.lastSeen - a.lastSeen),
    )
  }, [session, account, tokens])
  useEffect(() => {
    if (line === 'online') void load()
  }, [line, load])
  return (
    <Devices
      devices={devices}
      onRename={async (id, name) => {
        const access = await freshAccess({ session, tokens })
        if (access !== null) await account.renameDevice(access, id as DeviceId, name)
        await load()
      }}
      onRevoke={async (id) => {
        const access = await freshAccess({ session, tokens })
        if (access !== null) await account.revokeDevice(access, id as DeviceId)
        await load()
      }}
    />
  )
}
