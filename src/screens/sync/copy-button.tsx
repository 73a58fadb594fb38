import { useState } from 'react'
import { Button } from '../design/button.tsx'
import { useTexts } from '../design/texts/language.tsx'

/** Copies a text for a message or a note. */
export function CopyButton({ text, onCopy }: { text: string; onCopy: (text: string) => void }) {
  const { notAccepted } = useTexts()
  const [copied, setCopied] = useState(false)
  return (
    <Button
      icon={copied ? 'check' : 'copy'}
      onClick={() => {
        onCopy(text)
        setCopied(true)
      }}
    >
      <span role="status">{copied ? notAccepted.copied : notAccepted.copy}</span>
    </Button>
  )
}
