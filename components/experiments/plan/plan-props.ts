import type { Definition } from '@/lib/experiment/definition'

export type PlanProps = {
  definition: Definition
  onChange: (definition: Definition) => void
}
