/** More than this from one frame comes from no honest relay: a school year of one journal is under 1 MB. */
const inflatedLimit = 32_000_000

/** Inflates raw deflate; rejects on anything else, or when the result would be unreasonably large. */
export async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
  const source = new Blob([new Uint8Array(bytes)]).stream()
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const parts: Uint8Array[] = []
  let length = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    parts.push(read.value)
    length += read.value.length
    if (length > inflatedLimit) {
      await reader.cancel()
      throw new Error('a packed frame is too large')
    }
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
