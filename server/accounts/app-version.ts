import * as v from 'valibot'

/** Three numbers, maybe with what stands behind a dash: 0.1.0, 1.12.3-beta.1. */
const schema = v.pipe(v.string(), v.regex(/^\d{1,5}(\.\d{1,5}){2}(-[a-z0-9.]{1,20})?$/))

/** The version of the app as a device says it; undefined where it is none. */
export function readVersion(said: string): string | undefined {
  const found = v.safeParse(schema, said)
  return found.success ? found.output : undefined
}

/** Whether one version is older than another; what stands behind a dash counts nothing. */
export function isOlder(one: string, other: string): boolean {
  const [left, right] = [one, other].map((version) => version.split('-', 1)[0]!.split('.').map(Number))
  const at = left!.findIndex((part, index) => part !== right![index])
  return at !== -1 && left![at]! < right![at]!
}
