import { useState } from 'react'
import { generateForPrompts } from '@/components/composer/generate'
import { Button } from '@/components/ui/button'
import { formatTotalPrice } from '@/lib/draft/price'
import { maxUnconfirmed, promptLines } from '@/lib/draft/prompts/prompt-lines'
import { useDraft, useModel } from '@/lib/draft/use-draft'

/** One prompt a line, each with the settings of the form. Many pictures are asked about first. */
export function MultiplePrompts({ onDone }: { onDone: () => void }) {
  const model = useModel()
  const { draft, count } = useDraft((state) => state)
  const [text, setText] = useState('')
  const [asked, setAsked] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  if (!model) return null
  const prompts = promptLines(text)
  const pictures = prompts.length * count
  const cost = formatTotalPrice(model, draft.input, pictures)
  const go = () => {
    if (pictures > maxUnconfirmed && !asked) return setAsked(true)
    const problem = generateForPrompts(model, prompts)
    if (problem) setFault(problem)
    else onDone()
  }
  return (
    <div className="grid gap-2.5">
      <textarea
        dir="auto"
        rows={8}
        aria-label="One prompt a line"
        placeholder={'a fox in the snow\na fox in the rain'}
        value={text}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? 'several-fault' : undefined}
        onChange={({ target }) => {
          setText(target.value)
          setAsked(false)
          setFault(null)
        }}
        className="block max-h-[45dvh] w-full resize-y rounded-md border border-control bg-panel px-3 py-2 text-sm leading-relaxed hover:border-ink/60 aria-invalid:border-danger pointer-coarse:text-base"
      />
      {fault && (
        <p id="several-fault" role="alert" className="text-danger text-xs">
          {fault}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button look="primary" disabled={pictures === 0} onClick={go}>
          {asked
            ? `Yes, make ${pictures}`
            : pictures === 1
              ? 'Make 1 picture'
              : `Make ${pictures} pictures`}
        </Button>
        <p aria-live="polite" className="text-muted text-xs tabular-nums">
          {pictures > 0 && (asked ? `${pictures} pictures for ${cost}. Sure?` : cost)}
        </p>
      </div>
    </div>
  )
}
