import { useCallback } from 'react'
import { importUser, relayUser, type UserId } from '../../domain/ledger/ids.ts'
import { staffTitle } from '../../domain/school/titles.ts'
import { useTexts } from '../design/texts/language.tsx'
import { useSchool, useWorkspace } from './workspace.ts'

/** Gives the name behind an account: «А. А. Вяткина». */
export function useAuthors(): (user: UserId) => string {
  const school = useSchool()
  const { session } = useWorkspace()
  const { cell } = useTexts()
  return useCallback(
    (user) => {
      if (user === importUser) return cell.capacity.import
      if (user === relayUser) return cell.capacity.relay
      const person = school.people.get(user)
      if (person !== undefined) return staffTitle(school, person)
      return user === session.user ? session.profile.name : user
    },
    [school, session, cell],
  )
}
