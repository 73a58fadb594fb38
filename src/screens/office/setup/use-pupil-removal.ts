import { useCallback } from 'react'
import { writeDocuments } from '../../../device/write-documents.ts'
import { classDocument, type DocumentId, entity, familyDocument } from '../../../domain/ledger/documents.ts'
import type { Entry } from '../../../domain/ledger/fact.ts'
import type { ClassView } from '../../../domain/school/class-view.ts'
import { all } from '../../../domain/school/school-view.ts'
import { useWorkspace } from '../../workspace/workspace.ts'

/** Takes a pupil who was entered by mistake out of his classes and their groups, and his guardians with him. */
export function usePupilRemoval() {
  const { session } = useWorkspace()
  return useCallback(
    async (
      pupil: string,
      classes: readonly string[],
      views: ReadonlyMap<string, ClassView>,
    ): Promise<void> => {
      const entries = new Map<DocumentId, Entry[]>()
      for (const id of classes) {
        const own = retractions(pupil, views.get(id))
        if (own.length > 0) entries.set(classDocument(id), own)
      }
      const family = familyDocument(pupil)
      const document = await session.open(family)
      try {
        entries.set(
          family,
          all(document.fold, 'guardian', 'guardian').map(({ id }) => ({
            entity: entity.guardian(id),
            attribute: 'guardian',
            value: null,
          })),
        )
        await writeDocuments(session, entries)
      } finally {
        session.release(family)
      }
    },
    [session],
  )
}

function retractions(pupil: string, view: ClassView | undefined): Entry[] {
  if (!view?.pupils.some(({ id }) => id === pupil)) return []
  return [
    { entity: entity.pupil(pupil), attribute: 'pupil', value: null },
    ...view.movements
      .filter((movement) => movement.pupil === pupil)
      .map(({ date, kind }) => ({
        entity: entity.movement(pupil, date, kind),
        attribute: 'movement' as const,
        value: null,
      })),
    ...view.members
      .filter((member) => member.pupil === pupil)
      .map(({ group, from }) => ({
        entity: entity.member(group, pupil, from),
        attribute: 'member' as const,
        value: null,
      })),
  ]
}
