import {
  attachmentLimits,
  attachmentTypes,
  pictureSide,
  pictureTypes,
} from '../../domain/journal/attachments.ts'

/** A file as it is attached: scaled where it was a large picture, with the name of its bytes. */
export interface PreparedFile {
  hash: string
  name: string
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

export type Prepared =
  | { ok: true; file: PreparedFile }
  | { ok: false; why: 'wrongType' | 'tooLarge' | 'empty' | 'unreadable' }

/** Of a photographed page: text stays legible, a picture of 4 MB becomes one of 300 KB. */
const quality = 0.85
/** What the journal takes of a name, characters. */
const nameLength = 200

/** Types by the ends of names: Windows tells none for files whose program is not installed. */
const typeOfEnd: Record<string, string> = {
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  rtf: 'application/rtf',
  pdf: 'application/pdf',
  txt: 'text/plain',
  csv: 'text/csv',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
}

/** Makes a chosen file ready: checks its type and size, scales a picture down on the device, names its bytes. */
export async function prepareFile(chosen: File): Promise<Prepared> {
  const type = typeOf(chosen)
  if (!attachmentTypes.has(type)) return { ok: false, why: 'wrongType' }
  if (chosen.size === 0) return { ok: false, why: 'empty' }
  let content: { blob: Blob; type: string; name: string } = { blob: chosen, type, name: chosen.name }
  // A moving picture would stand still.
  if (pictureTypes.has(type) && type !== 'image/gif') {
    const scaled = await scaledDown(chosen)
    if (scaled === 'unreadable') return { ok: false, why: 'unreadable' }
    if (scaled)
      content = { blob: scaled, type: 'image/jpeg', name: `${chosen.name.replace(/\.\w{1,5}$/, '')}.jpg` }
  }
  if (content.blob.size > attachmentLimits.bytes) return { ok: false, why: 'tooLarge' }
  const bytes = new Uint8Array(await content.blob.arrayBuffer())
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const hash = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return { ok: true, file: { hash, name: shortName(content.name), type: content.type, bytes } }
}

/** The type of a file, by its name where the device tells none. */
export function typeOf({ type, name }: Pick<File, 'type' | 'name'>): string {
  if (attachmentTypes.has(type)) return type
  return typeOfEnd[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? type
}

/** A name that fits, its end kept. */
export function shortName(name: string): string {
  if (name.length <= nameLength) return name
  const end = name.slice(name.lastIndexOf('.')).slice(0, 10)
  return name.slice(0, nameLength - end.length) + end
}

/** The picture within `pictureSide` as JPEG; null where it is small enough as it is. */
async function scaledDown(file: Blob): Promise<Blob | null | 'unreadable'> {
  let picture: ImageBitmap
  try {
    picture = await createImageBitmap(file)
  } catch {
    return 'unreadable'
  }
  const scale = pictureSide / Math.max(picture.width, picture.height)
  if (scale >= 1 && file.size <= attachmentLimits.bytes) {
    picture.close()
    return null
  }
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * Math.min(1, scale))
  canvas.height = Math.round(picture.height * Math.min(1, scale))
  const context = canvas.getContext('2d')!
  // What was see-through is paper, not black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve) =>
    canvas.toBlob((blob) => resolve(blob ?? 'unreadable'), 'image/jpeg', quality),
  )
}
