import { useEffect, useMemo, useState } from 'react'
import * as v from 'valibot'
import type { OpenDocument } from '../../device/open-document.ts'
import { resubmission } from '../../domain/journal/requests.ts'
import {
  classDocument,
  entity,
  type JournalKey,
  journalDocument,
  lessonOf,
  readJournalName,
} from '../../domain/ledger/documents.ts'
import type { Fate } from '../../domain/ledger/fold.ts'
import { factTime } from '../../domain/ledger/ids.ts'
import { readClass } from '../../domain/school/class-view.ts'
import { lastFirst } from '../../domain/school/names.ts'
import type { Period } from '../../domain/school/school-view.ts'
import { classTitle, subjectTitle } from '../../domain/school/titles.ts'
import { useFormat, useTexts } from '../design/texts/language.tsx'
import { factInWords } from '../journal/fact-words.ts'
import { cellHref, useAttention } from '../workspace/attention.tsx'
import { useDocuments } from '../workspace/use-documents.ts'
import { useActor, useNow, usePolicy, useSchool, useWorkspace, viewOf } from '../workspace/workspace.ts'
import { periodOfEntry, requestState } from './locked-entries.ts'
import { NotAccepted, type NotAcceptedItem } from './not-accepted.tsx'
import type { LockedEntries } from './request-card.tsx'

/** Under which the person's «Понятно» lies sealed on this device. */
const seenName = 'notAcceptedSeen'
const seenSchema = v.array(v.string())

/** Не принято: entries that the relay kept but did not count. */
export function NotAcceptedPage() {
  const { session } = useWorkspace()
  const school = useSchool()
  const policy = usePolicy()
  const actor = useActor()
  const { date: today, time } = useNow()
  const { office } = useTexts()
  const format = useFormat()
  const { refused } = useAttention()
  const [seen, setSeen] = useState<readonly string[]>([])
  useEffect(() => {
    void session.store.kept(seenName).then((kept) => {
      const parsed = v.safeParse(seenSchema, kept)
      if (parsed.success) setSeen(parsed.output)
    })
  }, [session])
  const documents = useMemo(
    () => [
      ...new Set(
        refused.flatMap(({ journal }) => {
          const key = readJournalName(journal)
          return key ? [classDocument(key.class), journalDocument(key)] : []
        }),
      ),
    ],
    [refused],
  )
  const open = useDocuments(documents)
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
  const asking = { policy, actor, user: session.user, today, time }
  const groups = new Map<
    string,
    { key: JournalKey; document: OpenDocument; period: Period; voided: Fate[] }
  >()
  for (const { journal, fate } of refused) {
    const key = readJournalName(journal)
    const document = key && open.get(journalDocument(key))
    const period = document && periodOfEntry(policy, key, document.fold, fate.entity)
    if (!period || fate.receipt?.reason !== 'periodLocked' || seen.includes(fate.id)) continue
    const group = groups.get(`${journal} ${period.id}`)
    if (group) group.voided.push(fate)
    else groups.set(`${journal} ${period.id}`, { key, document, period, voided: [fate] })
  }
  const locked = [...groups].map(([id, { key, document, period, voided }]): LockedEntries => {
    return {
      id,
      where: `${classTitle(school, key.class)}, ${subjectTitle(school, key)}, ${office.period(period.kind, period.number)}`,
      count: voided.length,
      state: requestState(asking, key, document.fold, period.id, voided),
      rewritable: resubmission(document.fold, voided).length,
    }
  })
  return (
    <NotAccepted
      items={items}
      locked={locked}
      onRequest={(id, text) => {
        const { document, period, voided } = groups.get(id)!
        const name = entity.request(lessonOf(voided[0]!.entity), crypto.randomUUID().slice(0, 8))
        void document.assert([{ entity: name, attribute: 'request', value: { period: period.id, text } }])
      }}
      onRewrite={(id) => {
        const { document, voided } = groups.get(id)!
        void document.assert(resubmission(document.fold, voided))
      }}
      onCopy={(text) => void navigator.clipboard?.writeText(text)}
      onSeen={(id) => {
        const all = [...seen, id]
        setSeen(all)
        void session.store.keep(seenName, all)
      }}
    />
  )
}
