/** A step through an XML text. */
export type XmlStep =
  | { kind: 'open'; name: string; attributes: Readonly<Record<string, string>> }
  | { kind: 'close'; name: string }
  | { kind: 'text'; text: string }

/** Why an XML text is not read. */
export class XmlError extends Error {}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const depthLimit = 200

/**
 * Goes through a well-formed XML text, step by step; an empty element opens and closes. A document type is refused:
 * no office file has one, and entities of its own are how a small file grows large. Throws XmlError.
 */
export function* readXml(text: string): Generator<XmlStep> {
  const open: string[] = []
  let at = 0
  while (at < text.length) {
    const tag = text.indexOf('<', at)
    const end = tag < 0 ? text.length : tag
    if (end > at && open.length > 0) yield { kind: 'text', text: decode(text.slice(at, end)) }
    if (tag < 0) break
    if (text.startsWith('<!--', tag)) at = after(text, '-->', tag)
    else if (text.startsWith('<![CDATA[', tag)) {
      at = after(text, ']]>', tag)
      yield { kind: 'text', text: text.slice(tag + 9, at - 3) }
    } else if (text.startsWith('<!', tag)) throw new XmlError('a document type is not allowed')
    else if (text.startsWith('<?', tag)) at = after(text, '?>', tag)
    else {
      at = after(text, '>', tag)
      const inside = text.slice(tag + 1, at - 1)
      if (inside.startsWith('/')) {
        const name = inside.slice(1).trim()
        if (open.pop() !== name) throw new XmlError(`</${name}> closes nothing`)
        yield { kind: 'close', name }
      } else {
        const empty = inside.endsWith('/')
        const name = /^[^\s/]+/.exec(inside)?.[0]
        if (name === undefined) throw new XmlError('a tag without a name')
        yield { kind: 'open', name, attributes: attributesOf(inside) }
        if (empty) yield { kind: 'close', name }
        else if (open.push(name) > depthLimit) throw new XmlError('nested too deep')
      }
    }
  }
  if (open.length > 0) throw new XmlError(`<${open.at(-1)}> is not closed`)
}

/** The place after the next `mark`. Office writers escape `>` in attributes. */
function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  if (at < 0) throw new XmlError(`${mark} is missing`)
  return at + mark.length
}

function attributesOf(inside: string): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const [, name, double, single] of inside.matchAll(/([^\s=/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    attributes[name!] = decode(double ?? single ?? '')
  return attributes
}

function decode(text: string): string {
  return text.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|\w{1,8});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
