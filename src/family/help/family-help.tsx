import { adviceTexts } from '../../screens/advice/texts.ts'
import { ButtonLink } from '../../screens/design/button.tsx'
import { HelpSheet } from '../../screens/help/help-sheet.tsx'
import { helpWords } from '../../screens/help/help-words.ts'
import { href, useRoute } from '../route.ts'
import { useSpeech } from '../texts/speech.tsx'
import { familyHelp } from './texts.ts'

/** Help for the screen that is open. */
export function FamilyHelp({ onClose }: { onClose: () => void }) {
  const { screen, pupil } = useRoute()
  const { language } = useSpeech()
  return (
    <HelpSheet help={familyHelp[language][screen]} words={helpWords[language]} onClose={onClose}>
      {screen !== 'advice' && (
        <ButtonLink icon="help" href={href({ screen: 'advice', ...(pupil ? { pupil } : {}) })}>
          {adviceTexts[language].link}
        </ButtonLink>
      )}
    </HelpSheet>
  )
}
