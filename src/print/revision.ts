/**
 * The short digest of a report, "ab12-cd34": the same for the same ledger state, whoever computes it. First 32 bits of
 * SHA-256 over the report as JSON with sorted keys.
 */
export async function revisionOf(report: object): Promise<string> {
  const digest = await digestOf(report)
  return `${digest.slice(0, 4)}-${digest.slice(4, 8)}`
}

/** SHA-256, in hex, over a value as JSON with sorted keys. */
export async function digestOf(value: object): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(sorted(value)))
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
