import { createContext, useContext } from 'react'
import type { People } from '../../device/people.ts'

const PeopleContext = createContext<People | null>(null)
export const PeopleProvider = PeopleContext.Provider

/** The people of this device; throws outside of the app. */
export function usePeople(): People {
  const people = useContext(PeopleContext)
  if (!people) throw new Error('no people above this screen')
  return people
}
