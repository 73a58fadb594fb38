/** Files of one homework, and bytes of one file: what a slow line and a tablet's disk can bear. */
export const attachmentLimits = { count: 10, bytes: 5_000_000 } as const

/** Longer side of a picture as it is attached, pixels: a page of an exercise book stays legible. */
export const pictureSide = 1_600

const documents = [
  'application/pdf',
  'application/msword',
  'application/vnd.ms-excel',
  'application/vnd.ms-powerpoint',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  'application/vnd.oasis.opendocument.text',
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.presentation',
  'application/rtf',
  'text/plain',
  'text/csv',
]
const pictures = ['image/jpeg', 'image/png', 'image/webp', 'image/gif']
const sounds = ['audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/ogg', 'audio/wav', 'audio/webm', 'audio/x-m4a']

/** Types that are attached and kept: nothing that a browser would run (HTML, SVG). */
export const attachmentTypes: ReadonlySet<string> = new Set([...pictures, ...documents, ...sounds])

/** Types that are shown in place. */
export const pictureTypes: ReadonlySet<string> = new Set(pictures)

/** SHA-256 of a file's bytes in hex: its name everywhere. */
export const fileHash = /^[0-9a-f]{64}$/
