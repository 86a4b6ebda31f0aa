import { FlaskConical } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { getDraftState } from '@/lib/draft/draft-store'
import { useModel } from '@/lib/draft/use-draft'

/** Opens the plan of an experiment with the request of the form. */
export function VaryButton() {
  const model = useModel()
  const open = async () => {
    const { openPlan } = await import('./open-plan')
    openPlan(getDraftState().draft, model)
  }
  return (
    <Button
      look="quiet"
      size="icon"
      aria-haspopup="dialog"
      aria-label="Vary this request"
      title="Compare models, settings or prompts: vary this request, side by side"
      onClick={() => void open()}
    >
      <FlaskConical size={15} aria-hidden />
    </Button>
  )
}
