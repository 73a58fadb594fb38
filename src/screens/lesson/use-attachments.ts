import { useEffect, useState } from 'react'
import { attachmentLimits, pictureTypes } from '../../domain/journal/attachments.ts'
import type { Attachment } from '../../domain/journal/journal-view.ts'
import { type JournalKey, journalDocument, journalName } from '../../domain/ledger/documents.ts'
import { FileClient } from '../../sync/file-client.ts'
import { useTexts } from '../design/texts/language.tsx'
import { saveFile } from '../papers/save-file.ts'
import { freshAccess } from '../workspace/access.ts'
import { useWorkspace } from '../workspace/workspace.ts'
import type { AttachmentRow } from './homework-extras.tsx'
import { prepareFile } from './prepare-file.ts'

const client = new FileClient('', fetch)

/** A picture that is being looked at. */
export interface ShownPicture {
  title: string
  /** `data:` address. */
  source: string
}

/** What hangs on a lesson's homework: where each file stands, and what can be done with it. */
export function useAttachments(
  journal: JournalKey,
  attachments: readonly Attachment[],
  write: (attachments: readonly Attachment[]) => void,
) {
  const { session, tokens } = useWorkspace()
  const { homework } = useTexts()
  const document = journalDocument(journal)
  const { files } = session
  const [states, setStates] = useState<Awaited<ReturnType<typeof files.states>>>(new Map())
  const [problems, setProblems] = useState<readonly string[]>([])
  const [opening, setOpening] = useState<string>()
  const [picture, setPicture] = useState<ShownPicture>()
  useEffect(() => {
    let current = true
    const look = () => void files.states(document).then((found) => current && setStates(found))
    look()
    const stop = files.changes.subscribe(look)
    return () => {
      current = false
      stop()
    }
  }, [files, document])

  async function attach(chosen: readonly File[]) {
    const found: string[] = []
    const added: Attachment[] = []
    const isThere = (hash: string) =>
      [...attachments, ...added].some((one) => 'file' in one && one.file === hash)
    for (const file of chosen) {
      if (attachments.length + added.length >= attachmentLimits.count) {
        found.push(homework.tooMany(attachmentLimits.count))
        break
      }
      const prepared = await prepareFile(file)
      if (!prepared.ok) {
        found.push(homework[prepared.why](file.name))
        continue
      }
      const { hash, name, type, bytes } = prepared.file
      if (isThere(hash)) continue
      try {
        // On the disk before the journal speaks of it.
        await files.keep({ document, hash }, type, bytes, session.now())
      } catch {
        found.push(homework.notKept(file.name))
        continue
      }
      added.push({ file: hash, name, type, size: bytes.length })
    }
    setProblems(found)
    if (added.length > 0) write([...attachments, ...added])
  }

  async function open(id: string) {
    const attachment = attachments.find((one) => 'file' in one && one.file === id)
    if (!attachment || !('file' in attachment)) return
    setProblems([])
    setOpening(id)
    const file = (await files.open({ document, hash: id })) ?? (await fetchFile(id))
    setOpening(undefined)
    if (!file) return
    if (pictureTypes.has(file.type)) setPicture({ title: attachment.name, source: dataUrl(file) })
    else saveFile(attachment.name, file.bytes, file.type)
  }

  async function fetchFile(hash: string) {
    const access = await freshAccess({ session, tokens })
    const answer =
      access === null ? ({ kind: 'later' } as const) : await client.get(access, journalName(journal), hash)
    if (answer.kind === 'file') {
      // A tablet without room shows it all the same.
      await files.keep({ document, hash }, answer.type, answer.bytes, null).catch(() => undefined)
      return answer
    }
    setProblems([
      answer.kind === 'absent'
        ? homework.absent
        : answer.kind === 'noRight'
          ? homework.noRight
          : homework.noLine,
    ])
    return null
  }

  return {
    rows: attachments.map((one): AttachmentRow => {
      if ('url' in one) return { id: one.url, title: one.title ?? one.url, href: one.url }
      const state = states.get(one.file)
      return {
        id: one.file,
        title: one.name,
        size: one.size,
        state:
          state?.kind === 'refused'
            ? { refused: state.code === 'quotaFull' || state.code === 'noRight' ? state.code : 'other' }
            : state?.kind === 'waiting'
              ? 'waiting'
              : undefined,
      }
    }),
    problems,
    opening,
    picture,
    closePicture: () => setPicture(undefined),
    attach,
    open,
    addLink: (url: string, title: string) => {
      setProblems([])
      if (attachments.some((one) => 'url' in one && one.url === url)) return
      write([...attachments, { url, ...(title === '' ? {} : { title }) }])
    },
    remove: (id: string) => write(attachments.filter((one) => ('url' in one ? one.url : one.file) !== id)),
  }
}

function dataUrl({ type, bytes }: { type: string; bytes: Uint8Array<ArrayBuffer> }): string {
  let text = ''
  for (let start = 0; start < bytes.length; start += 8192)
    text += String.fromCharCode(...bytes.subarray(start, start + 8192))
  return `data:${type};base64,${btoa(text)}`
}
