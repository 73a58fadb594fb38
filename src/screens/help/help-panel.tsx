import { useEffect, useState } from 'react'
import { adviceTexts } from '../advice/texts.ts'
import { ButtonLink } from '../design/button.tsx'
import { href, useRoute } from '../route.ts'
import { useAppearance } from '../workspace/appearance.ts'
import { HelpSheet } from './help-sheet.tsx'
import { helpWords } from './help-words.ts'
import { loadHelp } from './load-help.ts'
import { type HelpTexts, helpTopic } from './topic.ts'

/** Help for the screen that is open; it follows the person to the next one. */
export function HelpPanel({ onClose }: { onClose: () => void }) {
  const route = useRoute()
  const { language } = useAppearance()
  const [texts, setTexts] = useState<HelpTexts>()
  useEffect(() => {
    let current = true
    loadHelp(language).then(
      (loaded) => current && setTexts(loaded),
      // An old cache without this chunk.
      () => current && onClose(),
    )
    return () => {
      current = false
    }
  }, [language, onClose])
  if (!texts) return null
  const topic = helpTopic(route)
  return (
    <HelpSheet help={texts[topic]} words={helpWords[language]} onClose={onClose}>
      {topic !== 'advice' && (
        <ButtonLink icon="help" href={href({ screen: 'advice', from: texts[topic].title })}>
          {adviceTexts[language].link}
        </ButtonLink>
      )}
    </HelpSheet>
  )
}
