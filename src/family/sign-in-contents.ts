import { secretNames } from '../device/secret-names.ts'

/** What is kept of a sign-in, by name in the vault. */
export function signInContents({
  access,
  accessExpires,
  refresh,
  name,
  school,
}: {
  access: string
  accessExpires: number
  refresh: string
  name: string
  school: { name: string }
}): Record<string, unknown> {
  return {
    [secretNames.tokens]: { access, accessExpires, refresh },
    [secretNames.profile]: { name, school: school.name },
  }
}
