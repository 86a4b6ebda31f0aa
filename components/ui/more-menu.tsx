import { Ellipsis, type LucideIcon } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { Button } from './button'
import { Popover } from './popover'

export type MenuItem = {
  label: string
  icon?: LucideIcon
  isHidden?: boolean
  run: () => unknown
}

type Props = {
  id: string
  items: MenuItem[]
  /** Called when an item's `run` fails. */
  onError?: (error: unknown) => void
  /** Where it opens, and its width. */
  className: string
}

/** Rarely used actions, behind a button of three dots. */
export function MoreMenu({ id, items, onError, className }: Props) {
  const menu = useRef<HTMLDivElement>(null)
  const choose = ({ run }: MenuItem) => {
    menu.current?.closest<HTMLElement>('[popover]')?.hidePopover()
    void (async () => run())().catch(onError)
  }
  return (
    <>
      <Button look="quiet" size="icon" popoverTarget={id} aria-label="More" title="More">
        <Ellipsis size={16} aria-hidden />
      </Button>
      <Popover
        id={id}
        label="More"
        onOpen={() => menu.current?.querySelector('button')?.focus()}
        className={`left-auto p-1.5! ${className}`}
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: handles the keys of the buttons inside. */}
        <div ref={menu} onKeyDown={moveFocus} className="grid">
          {items.map((item) =>
            item.isHidden ? null : (
              <button
                key={item.label}
                type="button"
                onClick={() => choose(item)}
                className="flex min-h-9 items-center gap-2.5 rounded-md px-2.5 py-1 text-left text-[0.8125rem] hover:bg-hover pointer-coarse:min-h-11"
              >
                {item.icon ? <item.icon size={15} aria-hidden className="text-muted" /> : null}
                {item.label}
              </button>
            ),
          )}
        </div>
      </Popover>
    </>
  )
}

/** Arrow keys go round the items, Home and End to the ends. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll('button')]
  const index = items.findIndex((item) => item.matches(':focus'))
  const targets: Record<string, number> = {
    ArrowDown: (index + 1) % items.length,
    ArrowUp: (index + items.length - 1) % items.length,
    Home: 0,
    End: items.length - 1,
  }
  const target = items[targets[event.key] ?? -1]
  if (!target) return
  event.preventDefault()
  target.focus()
}
