import { useEffect, useState } from 'react'
import type { QuarantinedFact } from '../../device/store.ts'
import { readDocumentId } from '../../domain/ledger/documents.ts'
import type { SchoolView } from '../../domain/school/school-view.ts'
import { classTitle, subjectTitle } from '../../domain/school/titles.ts'
import { Button } from '../design/button.tsx'
import { useTexts } from '../design/texts/language.tsx'
import { navigate } from '../route.ts'
import { useSchool, useWorkspace } from '../workspace/workspace.ts'
import { Quarantine, type QuarantineItem } from './quarantine.tsx'
import { SaveUnsent } from './save-unsent.tsx'

/** Отложено: facts that the relay refused, kept on this device until a person acts. */
export function QuarantinePage() {
  const { session } = useWorkspace()
  const school = useSchool()
  const { device } = useTexts()
  const [facts, setFacts] = useState<readonly QuarantinedFact[]>([])
  const [saved, setSaved] = useState(false)
  useEffect(() => {
    void session.store.quarantine().then(setFacts)
  }, [session])
  return (
    <Quarantine
      items={grouped(school, facts)}
      onCopy={(text) => void navigator.clipboard?.writeText(text)}
      save={
        <>
          <SaveUnsent onSaved={() => setSaved(true)} />
          {saved && (
            <Button
              look="danger"
              onClick={async () => {
                await session.store.release(facts.map(({ fact: [id] }) => id))
                navigate({ screen: 'today' })
              }}
            >
              {device.dropQuarantine}
            </Button>
          )}
        </>
      }
    />
  )
}

/** One item a document and refusal. */
function grouped(school: SchoolView, facts: readonly QuarantinedFact[]): QuarantineItem[] {
  const groups = new Map<string, QuarantinedFact[]>()
  for (const fact of facts) {
    const key = `${fact.document} ${fact.code} ${fact.at}`
    groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  return [...groups].map(([id, all]) => {
    const { document, code, at } = all[0]!
    const name = readDocumentId(document)
    const where =
      name?.kind === 'journal'
        ? `${classTitle(school, name.class)}, ${subjectTitle(school, name)}`
        : name?.kind === 'class'
          ? classTitle(school, name.class)
          : document
    return { id, where, why: code, count: all.length, at, details: JSON.stringify(all, null, 1) }
  })
}
