import { isConsultant, readAdvice } from '../../domain/advice/advice-view.ts'
import { adviceDocument } from '../../domain/ledger/documents.ts'
import { ButtonLink } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { href } from '../route.ts'
import { useAppearance } from '../workspace/appearance.ts'
import { useDocument } from '../workspace/use-documents.ts'
import { useActor, useSchool, useWorkspace, viewOf } from '../workspace/workspace.ts'
import { adviceTexts } from './texts.ts'
import { useQuestions } from './use-questions.ts'

/** Says that an answer has come, and to the consultant that questions have. */
export function AdviceNotice() {
  const { session } = useWorkspace()
  const school = useSchool()
  const actor = useActor()
  const { language } = useAppearance()
  const texts = adviceTexts[language]
  const { person } = session.profile
  const document = useDocument(person === '' ? undefined : adviceDocument(person))
  const answered = document && viewOf(document.fold, readAdvice).some(({ answer, seen }) => answer && !seen)
  return (
    <>
      {answered && (
        <Notice icon="help" actions={<ButtonLink href={href({ screen: 'advice' })}>{texts.read}</ButtonLink>}>
          {texts.arrived}
        </Notice>
      )}
      {isConsultant(school, actor) && <OpenQuestions />}
    </>
  )
}

function OpenQuestions() {
  const { language } = useAppearance()
  const texts = adviceTexts[language]
  const { kept } = useQuestions()
  const open = kept?.value.questions.filter(({ answer }) => answer === undefined).length ?? 0
  if (open === 0) return null
  return (
    <Notice icon="help" actions={<ButtonLink href={href({ screen: 'advice' })}>{texts.reply}</ButtonLink>}>
      {texts.open(open)}
    </Notice>
  )
}
