import { X } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import type { Press } from '@/lib/browser/press-filter'
import { useDraft } from '@/lib/draft/use-draft'
import { GenerateBar, GenerateButton } from '../composer/generate-bar'

type Props = {
  open: boolean
  onOpen: (open: boolean) => void
  onGenerate: (press: Press) => void
  children: ReactNode
}

/** A column beside the gallery; on a narrow screen a sheet from below, whose bar is always in reach. */
export function ComposerPanel({ open, onOpen, onGenerate, children }: Props) {
  const panel = useSheetFocus(open)
  return (
    <>
      {open && (
        <button
          type="button"
          tabIndex={-1}
          aria-label="Close the settings"
          onClick={() => onOpen(false)}
          className="fixed inset-0 z-20 bg-black/50 lg:hidden"
        />
      )}
      <aside
        ref={panel}
        aria-label="Composer"
        className="flex flex-col border-t bg-panel sm:max-lg:border-x max-lg:fixed max-lg:inset-x-0 max-lg:bottom-0 max-lg:z-30 max-lg:max-h-[88dvh] max-lg:mx-auto max-lg:max-w-xl max-lg:rounded-t-xl max-lg:pb-[env(safe-area-inset-bottom)] max-lg:shadow-2xl lg:sticky lg:top-12 lg:h-[calc(100dvh-3rem)] lg:border-t-0 lg:border-r"
      >
        <div
          {...(open ? { role: 'dialog', 'aria-modal': true, 'aria-label': 'Settings' } : {})}
          className="flex min-h-0 flex-1 flex-col"
        >
          {open && (
            <div className="flex items-center justify-between border-b py-1.5 pr-2 pl-4 lg:hidden">
              <h2 className="font-semibold">Settings</h2>
              <Button
                look="quiet"
                size="icon"
                aria-label="Close the settings"
                onClick={() => onOpen(false)}
              >
                <X size={16} aria-hidden />
              </Button>
            </div>
          )}
          <div
            id="composer"
            className={`min-h-0 flex-1 overflow-y-auto overscroll-contain ${open ? '' : 'max-lg:hidden'}`}
          >
            {children}
          </div>
          <div className={`border-t p-3 ${open ? '' : 'max-lg:hidden'}`}>
            <GenerateBar onGenerate={onGenerate} />
          </div>
          {!open && (
            <div className="flex gap-2 p-3 lg:hidden">
              <PromptLine onOpen={() => onOpen(true)} />
              <GenerateButton onGenerate={onGenerate} />
            </div>
          )}
        </div>
      </aside>
    </>
  )
}

/** Opened, the focus is in the prompt; closed, on the line that opened the sheet. */
function useSheetFocus(open: boolean) {
  const panel = useRef<HTMLElement>(null)
  const wasOpen = useRef(false)
  useEffect(() => {
    const find = (selector: string) => panel.current?.querySelector<HTMLElement>(selector)
    if (open) find('#composer textarea')?.focus()
    else if (wasOpen.current && (isNowhere() || panel.current?.contains(document.activeElement)))
      find('[aria-controls="composer"]')?.focus()
    wasOpen.current = open
  }, [open])
  return panel
}

const isNowhere = () => document.activeElement === document.body

function PromptLine({ onOpen }: { onOpen: () => void }) {
  const prompt = useDraft(({ draft }) => draft.input.prompt)
  const line = typeof prompt === 'string' ? prompt.trim().split('\n')[0] : ''
  return (
    <button
      type="button"
      aria-expanded="false"
      aria-controls="composer"
      aria-label={line ? `Edit the prompt: ${line}` : 'Describe the picture'}
      onClick={onOpen}
      className="h-10 min-w-0 flex-1 truncate rounded-md border border-control px-3 text-left text-sm pointer-coarse:h-11"
    >
      {line || <span className="text-muted">Describe the picture</span>}
    </button>
  )
}
