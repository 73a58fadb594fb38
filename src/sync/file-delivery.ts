import type { DeviceFiles, FilePlace } from '../device/device-files.ts'
import { journalName, readDocumentId } from '../domain/ledger/documents.ts'
import type { FileClient } from './file-client.ts'
import { realSchedule, type Schedule } from './schedule.ts'

export interface FileDeliveryOptions {
  files: DeviceFiles
  client: Pick<FileClient, 'put'>
  /** An access token; null without a line. */
  access: () => Promise<string | null>
  schedule?: Schedule
}

export interface FileDelivery {
  /** Sends what waits: the line is back. */
  sendNow(): void
  stop(): void
}

/** Ms after which what could not be sent is tried again. */
const again = 60_000

/** Sends files that wait, one at a time, until `stop`: at once, whenever one is added, and again after a pause. */
export function deliverFiles({
  files,
  client,
  access,
  schedule = realSchedule,
}: FileDeliveryOptions): FileDelivery {
  let stopped = false
  let sending = false
  let asked = false
  let cancel: (() => void) | undefined

  /** Whether a file needs no further try. */
  const put = async (place: FilePlace, token: string): Promise<boolean> => {
    const name = readDocumentId(place.document)
    const file = await files.open(place)
    if (!file || name?.kind !== 'journal') return true
    const answer = await client.put(token, journalName(name), place.hash, file)
    if (stopped) return false
    if (answer.kind === 'sent') await files.sent(place)
    if (answer.kind === 'refused') await files.refused(place, answer)
    return answer.kind === 'sent' || (answer.kind === 'refused' && answer.final)
  }

  /** Tries every file once, those added meanwhile too; what could not be sent has another try after a pause. */
  const send = async () => {
    const tried = new Set<string>()
    let left = false
    do {
      asked = false
      const waiting = (await files.waiting()).filter((place) => !tried.has(nameOf(place)))
      const token = waiting.length > 0 ? await access() : null
      for (const place of waiting) {
        if (stopped) return
        tried.add(nameOf(place))
        if (token === null || !(await put(place, token))) left = true
      }
    } while (asked)
    if (left && !stopped) cancel = schedule.after(again, sendNow)
  }
  function sendNow() {
    if (stopped) return
    asked = true
    if (sending) return
    cancel?.()
    sending = true
    void send()
      // The session shows what is wrong with the storage.
      .catch(console.error)
      .finally(() => {
        sending = false
      })
  }
  const unwatch = files.changes.subscribe(sendNow)
  sendNow()
  return {
    sendNow,
    stop: () => {
      stopped = true
      unwatch()
      cancel?.()
    },
  }
}

const nameOf = ({ document, hash }: FilePlace) => `${document} ${hash}`
