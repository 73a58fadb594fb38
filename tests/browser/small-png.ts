import { crc32, deflateSync } from 'node:zlib'
import type { Page } from 'playwright-core'

/** Colours that a palette can hold. */
const paletteSize = 256

/** The picture of a page as a PNG with a palette: a third of what the browser writes, the same to the eye. */
export async function smallPicture(page: Page): Promise<Buffer> {
  const picture = await page.screenshot({ animations: 'disabled' })
  // An empty page: the app's own allows itself no such request.
  const aside = await page.context().newPage()
  const { width, height, base64 } = await aside.evaluate(pixelsOf, picture.toString('base64'))
  await aside.close()
  const pixels = Buffer.from(base64, 'base64')
  const { palette, indices } = reduceColours(pixels)
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) rows.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 3, 0, 0, 0])
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Runs in the browser: decodes a picture into RGBA bytes, base64. */
async function pixelsOf(picture: string): Promise<{ width: number; height: number; base64: string }> {
  const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob())
  const { width, height } = image
  const context = new OffscreenCanvas(width, height).getContext('2d')!
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  let text = ''
  for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192))
  return { width, height, base64: btoa(text) }
}

/**
 * Puts colours that differ in their lowest bits together until a palette holds them all. The commonest of those put
 * together stands for them, so that plain areas keep their exact colour.
 */
function reduceColours(rgba: Buffer): { palette: Buffer; indices: Uint8Array } {
  const colours = new Uint32Array(rgba.length / 4)
  const counts = new Map<number, number>()
  for (let i = 0; i < colours.length; i++) {
    const colour = rgba.readUIntBE(i * 4, 3)
    colours[i] = colour
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const byCount = [...counts.keys()].sort((a, b) => counts.get(b)! - counts.get(a)!)
  for (let bits = 0; ; bits++) {
    const mask = ((0xff << bits) & 0xff) * 0x010101
    const index = new Map<number, number>()
    const chosen: number[] = []
    for (const colour of byCount)
      if (!index.has(colour & mask)) index.set(colour & mask, chosen.push(colour) - 1)
    if (chosen.length > paletteSize) continue
    const palette = Buffer.alloc(chosen.length * 3)
    chosen.forEach((colour, i) => {
      palette.writeUIntBE(colour, i * 3, 3)
    })
    return { palette, indices: Uint8Array.from(colours, (colour) => index.get(colour & mask)!) }
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}
