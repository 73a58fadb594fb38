import { readDocumentId, schoolVoice } from '../../src/domain/ledger/documents.ts'
import { fullName, lastFirst } from '../../src/domain/school/names.ts'
import { readThread } from '../../src/domain/thread/thread-view.ts'
import type { Complaint, ComplaintsAnswer } from '../../src/sync/family-access.ts'
import type { Relay } from '../relay/relay.ts'
import type { DiaryClasses } from './diary-classes.ts'
import type { Families } from './families.ts'

/**
 * Letters that somebody complained of, the latest first: of a correspondence that the office does not read it is shown
 * these letters alone. Folds one thread a turn of the event loop.
 */
export async function complaints(
  relay: Relay,
  families: Families,
  classes: DiaryClasses,
): Promise<ComplaintsAnswer> {
  const found: Complaint[] = []
  for (const document of await relay.documents('thread/')) {
    const name = readDocumentId(document)
    if (name?.kind !== 'thread') continue
    const { abuse, letters } = readThread(await relay.foldOf(document))
    const { pupil } = name
    const [classId = ''] = relay.policy().everIn(pupil)
    const { pupils } = await classes.members(classId)
    const card = pupils.find(({ id }) => id === pupil)
    const { guardians } = await families.of(pupil)
    const nameOf = (person: string) => {
      if (person === schoolVoice) return ''
      const guardian = guardians.find(({ id }) => id === person)
      return guardian ? fullName(guardian) : card ? fullName(card) : person
    }
    for (const { person, at = 0, text = '', letter: id } of abuse) {
      const letter = letters.find((it) => it.id === id)
      if (!letter) continue
      found.push({
        pupil,
        name: card ? lastFirst(card) : pupil,
        by: nameOf(person),
        at,
        text,
        letter: { by: nameOf(letter.person), at: letter.at ?? 0, text: letter.text },
      })
    }
    await new Promise(setImmediate)
  }
  return { complaints: found.sort((a, b) => b.at - a.at) }
}
