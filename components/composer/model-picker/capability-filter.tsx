import {
  Footprints,
  Image,
  type LucideIcon,
  Palette,
  Scaling,
  Sprout,
  SquareDashed,
} from 'lucide-react'
import type { Capability } from './model-list'

export const capabilityMarks: { id: Capability; label: string; Icon: LucideIcon }[] = [
  { id: 'image', label: 'Images', Icon: Image },
  { id: 'mask', label: 'Mask', Icon: SquareDashed },
  { id: 'style', label: 'Styles', Icon: Palette },
  { id: 'size', label: 'Size', Icon: Scaling },
  { id: 'steps', label: 'Steps', Icon: Footprints },
  { id: 'seed', label: 'Seed', Icon: Sprout },
]

type Props = { needed: Capability[]; onChange: (needed: Capability[]) => void }

/** Shows only models that take something, and names the marks of the rows. */
export function CapabilityFilter({ needed, onChange }: Props) {
  return (
    <fieldset aria-label="Takes" className="flex flex-wrap items-center gap-1.5">
      <span aria-hidden className="text-2xs text-muted">
        Takes
      </span>
      {capabilityMarks.map(({ id, label, Icon }) => {
        const isNeeded = needed.includes(id)
        return (
          <button
            key={id}
            type="button"
            aria-pressed={isNeeded}
            onClick={() =>
              onChange(isNeeded ? needed.filter((one) => one !== id) : [...needed, id])
            }
            className="flex h-7 select-none items-center gap-1.5 rounded-md border px-2 text-muted text-xs hover:bg-hover hover:text-ink aria-pressed:border-ink aria-pressed:text-ink pointer-coarse:h-11"
          >
            <Icon size={13} aria-hidden />
            {label}
          </button>
        )
      })}
    </fieldset>
  )
}
