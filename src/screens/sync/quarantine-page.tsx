import { useEffect, useState } from 'react'
import type { QuarantinedFact } from '../../device/store.ts'
import { readDocumentId } from '../../domain/ledger/documents.ts'
import type { SchoolView } from '../../domain/school/school-view.ts'
import { classTitle, subjectTitle } from '../../domain/school/titles.ts'
import { useSchool, useWorkspace } from '../workspace/workspace.ts'
import { Quarantine, type QuarantineItem } from './quarantine.tsx'

/** Отложено: facts that the relay refused, kept on this device until a person acts. */
export function QuarantinePage() {
  const { session } = useWorkspace()
  const school = useSchool()
  const [facts, setFacts] = useState<readonly QuarantinedFact[]>([])
  useEffect(() => {
    void session.store.quarantine().then(setFacts)
  }, [session])
  return (
    <Quarantine items={grouped(school, facts)} onCopy={(text) => void navigator.clipboard?.writeText(text)} />
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
