import { heightOf, lineHeight, Paper, type PaperFonts } from './paper.ts'
import { drawQr } from './qr.ts'

/** What one person is handed for the first sign-in. */
export interface SignInSlip {
  name: string
  /** Whose diary it opens: "Петров Иван, 7А". */
  diaryOf?: string
  login: string
  code: string
  /** "09.12.2026": the last day of the code. */
  goodUntil: string
  /** Leads to the sign-in with login and code filled in; printed as a QR code. */
  link: string
}

/** Slips of one school, with the address that they lead to. */
export interface SlipSheet {
  /** Of the file. */
  title: string
  organisation: string
  address: string
  slips: readonly SignInSlip[]
}

/** Two columns and five rows on a portrait sheet with margins that any printer leaves, mm. */
const columns = 2
const rows = 5
const margin = { left: 10, top: 10 }
const size = { width: 95, height: 55.4 }
const padding = 4
const qrSize = 27

/** Prints sign-in slips, ten to a page, to be cut along their frames. */
export function slipsPdf({ title, organisation, address, slips }: SlipSheet, fonts: PaperFonts): Uint8Array {
  const paper = new Paper(fonts, { title, author: organisation }, 'portrait')
  const perPage = columns * rows
  slips.forEach((slip, index) => {
    const place = index % perPage
    if (index > 0 && place === 0) paper.addPage()
    const x = margin.left + (place % columns) * size.width
    const y = margin.top + Math.floor(place / columns) * size.height
    paper.box(x, y, size.width, size.height, false)
    drawSlip(paper, slip, { organisation, address }, x + padding, y + padding - 1)
  })
  return paper.bytes()
}

function drawSlip(
  paper: Paper,
  { name, diaryOf, login, code, goodUntil, link }: SignInSlip,
  { organisation, address }: Pick<SlipSheet, 'organisation' | 'address'>,
  x: number,
  top: number,
): void {
  const whole = size.width - 2 * padding
  const beside = whole - qrSize - 3
  let y = top
  const write = (
    text: string,
    sizes: readonly [number, ...number[]],
    weight: 'regular' | 'bold',
    air = 0,
    width = beside,
  ) => {
    const fitted = paper.fit(text, width, sizes, weight)
    const step = lineHeight(fitted.size)
    fitted.lines.forEach((line, index) => {
      paper.line(line, x, y + step * (index + 0.5), fitted.size, weight)
    })
    y += heightOf(fitted) + air
  }
  // Whose diary it opens takes a line or two, which the rest gives up.
  const dense = diaryOf !== undefined
  write(organisation, dense ? [7] : [8, 7], 'regular', 0.8, whole)
  write(name, dense ? [11, 10, 9] : [13, 11, 9], 'bold', dense ? 0.2 : 1.2, whole)
  if (dense) write(`Дневник: ${diaryOf}`, [8.5, 7.5, 7], 'regular', 1, whole)
  drawQr(paper, link, x + whole - qrSize, y, qrSize)
  write(`Адрес: ${address}`, dense ? [9, 8, 6] : [10, 8, 6], 'regular')
  write(`Логин: ${login}`, dense ? [11, 10, 8] : [13, 10, 8], 'bold')
  write(`Код: ${code}`, [dense ? 13 : 15], 'bold', 0.8)
  write(
    `Наведите камеру на квадрат или откройте адрес и введите логин и код; придумайте пароль. Код на один вход, до ${goodUntil}. Никому его не показывайте.`,
    dense ? [8, 7.5, 7] : [8.5, 7.5, 7],
    'regular',
  )
}
