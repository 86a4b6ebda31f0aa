import { ProblemBar } from '../problem-bar'
import { useGuest } from './guest-context'

/** In the page and in each dialog over it, which hides the page's. */
export function GuestProblem() {
  const { problem, dismissProblem } = useGuest()
  return <ProblemBar sentence={problem} onDismiss={dismissProblem} />
}
