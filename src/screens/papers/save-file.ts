/** Gives the person a file made on the device, by the browser's own download. */
export function saveFile(name: string, content: Uint8Array | string, type: string): void {
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has taken its copy by then; Safari takes it late.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** A name that every file system takes. */
export function fileName(words: string): string {
  return words.replace(/[\\/:*?"<>|]/g, '-').replace(/\s+/g, ' ')
}
