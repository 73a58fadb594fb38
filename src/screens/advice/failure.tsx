import { Button } from '../design/button.tsx'
import { Notice } from '../design/notice.tsx'
import { useFirstTexts } from '../design/texts/first.ts'

/** What is said under a heading: nothing is lost, and what to do. */
export function Failure() {
  const { frame } = useFirstTexts()
  return (
    <Notice
      icon="alert"
      tone="act"
      title={frame.failedSafe}
      actions={
        <Button look="main" onClick={() => location.reload()}>
          {frame.failedAgain}
        </Button>
      }
    >
      {frame.failedHelp}
    </Notice>
  )
}
