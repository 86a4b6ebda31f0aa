import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'

type Props = { sentence: string; onDismiss: () => void }

/** One sentence at the foot of a review's page, such as why something was not done. */
export const ProblemBar = ({ sentence, onDismiss }: Props) => (
  <div role="status" className="pointer-events-none fixed inset-x-3 bottom-34 z-20 grid">
    {sentence === '' ? null : (
      <div className="pointer-events-auto mx-auto flex min-h-11 max-w-md items-center gap-3 rounded-lg bg-ink py-1.5 pr-2 pl-4 text-page shadow-xl">
        <span className="text-pretty">{sentence}</span>
        <Button
          look="quiet"
          size="icon"
          aria-label="Dismiss"
          onClick={onDismiss}
          className="text-page/70 hover:bg-page/15 hover:text-page focus-visible:outline-current"
        >
          <X size={14} aria-hidden />
        </Button>
      </div>
    )}
  </div>
)
