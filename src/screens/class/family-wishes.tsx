import type { FamilyView } from '../../domain/school/family-view.ts'
import { fullName, lastFirst, type PersonName } from '../../domain/school/names.ts'
import { useAppearance } from '../workspace/appearance.ts'
import { deliveryTexts } from './delivery-texts.ts'
import css from './desk.module.css'
import type { Thread } from './letters/use-threads.ts'

/** What those of a pupil's family wish to be told and how, as they said it in the diary. */
export function FamilyWishes({ family, thread }: { family: FamilyView; thread: Thread }) {
  const texts = deliveryTexts[useAppearance().language]
  const wishes = [...thread.view.notices].flatMap(([person, { absence, report, quiet }]) => {
    const name = personName(family, thread.pupil, person)
    const said = [
      ...(report ? [texts.wish[report]] : []),
      ...(absence ? [texts.absence] : []),
      ...(quiet ? [texts.quiet(quiet.from, quiet.to)] : []),
    ]
    return name === undefined || said.length === 0
      ? []
      : [{ person, words: texts.wishes(name, said.join(', ')) }]
  })
  return wishes.map(({ person, words }) => (
    <span key={person} className={css.wish}>
      {words}
    </span>
  ))
}

/** Name of a guardian, or of the pupil; undefined for who is not of the family any more. */
export function personName(
  { guardians }: FamilyView,
  pupil: PersonName & { id: string },
  person: string,
): string | undefined {
  if (person === pupil.id) return lastFirst(pupil)
  const guardian = guardians.find(({ id }) => id === person)
  return guardian && fullName(guardian)
}
