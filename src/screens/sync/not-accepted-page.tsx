import { useEffect, useMemo, useState } from 'react'
import * as v from 'valibot'
import { classDocument, readJournalName } from '../../domain/ledger/documents.ts'
import { factTime } from '../../domain/ledger/ids.ts'
import { readClass } from '../../domain/school/class-view.ts'
import { lastFirst } from '../../domain/school/names.ts'
import { classTitle, subjectTitle } from '../../domain/school/titles.ts'
import { useFormat } from '../design/texts/language.tsx'
import { factInWords } from '../journal/fact-words.ts'
import { cellHref, useAttention } from '../workspace/attention.tsx'
import { useDocuments } from '../workspace/use-documents.ts'
import { useSchool, useWorkspace, viewOf } from '../workspace/workspace.ts'
import { NotAccepted, type NotAcceptedItem } from './not-accepted.tsx'

/** Under which the person's «Понятно» lies sealed on this device. */
const seenName = 'notAcceptedSeen'
const seenSchema = v.array(v.string())

/** Не принято: entries that the relay kept but did not count. */
export function NotAcceptedPage() {
  const { session } = useWorkspace()
  const school = useSchool()
  const format = useFormat()
  const { refused } = useAttention()
  const [seen, setSeen] = useState<readonly string[]>([])
  useEffect(() => {
    void session.store.kept(seenName).then((kept) => {
      const parsed = v.safeParse(seenSchema, kept)
      if (parsed.success) setSeen(parsed.output)
    })
  }, [session])
  const classes = useMemo(
    () => [...new Set(refused.map(({ journal }) => classDocument(journal.split(',')[0]!)))],
    [refused],
  )
  const open = useDocuments(classes)
  const items = refused.flatMap(({ journal, fate }): NotAcceptedItem[] => {
    const key = readJournalName(journal)
    const { receipt } = fate
    if (!key || !receipt?.reason) return []
    const members = open.get(classDocument(key.class))?.fold
    const nameOf = (id: string) => {
      const pupil = members && viewOf(members, readClass).pupils.find((one) => one.id === id)
      return pupil && lastFirst(pupil)
    }
    return [
      {
        id: fate.id,
        fact: `${classTitle(school, key.class)}, ${subjectTitle(school, key)}, ${factInWords(fate, format, nameOf)}`,
        why: receipt.reason,
        writtenAt: factTime(fate.id),
        receivedAt: receipt.receivedAt,
        href: cellHref(journal, fate.entity),
        seen: seen.includes(fate.id),
      },
    ]
  })
  return (
    <NotAccepted
      items={items}
      onCopy={(text) => void navigator.clipboard?.writeText(text)}
      onSeen={(id) => {
        const all = [...seen, id]
        setSeen(all)
        void session.store.keep(seenName, all)
      }}
    />
  )
}
