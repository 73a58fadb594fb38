import { type TextareaHTMLAttributes, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** Pause in typing after which the text is handed over, ms: short enough to lose no sentence, long enough not to
 * write a fact a letter. */
const pause = 600

type Native = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'value' | 'onChange' | 'onBlur'>

/**
 * A text that grows with what is written in it, so that nothing is cut. `onCommit` gets the text after a pause in
 * typing, on leaving the field and when it goes away, each time only if it changed.
 */
export function GrowingText({
  value,
  onCommit,
  ...native
}: Native & { value: string; onCommit: (text: string) => void }) {
  const [draft, setDraft] = useState<string | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const handedOver = useRef(value)
  const commit = useRef<() => void>(() => {})
  const text = draft ?? value

  commit.current = () => {
    const now = text.trim()
    if (draft === null || now === handedOver.current.trim()) return
    handedOver.current = now
    onCommit(now)
  }

  // Measuring makes the browser lay the page out at once: on a roll not with every tap, only for another text.
  const measured = useRef<string>(undefined)
  useLayoutEffect(() => {
    if (!area.current || measured.current === text) return
    measured.current = text
    grow(area.current)
  })

  // A tablet that is turned, a larger text: the same words take another number of lines.
  useEffect(() => {
    const element = area.current
    if (!element) return
    let width = element.offsetWidth
    const sized = new ResizeObserver(() => {
      if (element.offsetWidth === width) return
      width = element.offsetWidth
      grow(element)
    })
    sized.observe(element)
    return () => sized.disconnect()
  }, [])

  useEffect(() => {
    handedOver.current = value
    // While the person is typing his own text stays, trailing space included.
    if (document.activeElement !== area.current) setDraft(null)
  }, [value])

  useEffect(() => {
    if (draft === null) return
    const timer = setTimeout(() => commit.current(), pause)
    return () => clearTimeout(timer)
  }, [draft])

  useEffect(() => () => commit.current(), [])

  return (
    <textarea
      // Else the browser keeps what is typed in its own profile, in the open, to restore it.
      autoComplete="off"
      rows={1}
      {...native}
      ref={area}
      value={text}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={() => commit.current()}
    />
  )
}

function grow(element: HTMLTextAreaElement): void {
  element.style.height = 'auto'
  element.style.height = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`
}
