import { useState } from 'react'
import { generateForPrompts } from '@/components/composer/generate'
import { Button } from '@/components/ui/button'
import { createPressFilter, type Press } from '@/lib/browser/press-filter'
import { formatTotalPrice } from '@/lib/draft/price'
import { maxUnconfirmed, promptLines } from '@/lib/draft/prompts/prompt-lines'
import { useCanSpend, useDraft, useModel } from '@/lib/draft/use-draft'

/** One prompt per line, each with the settings of the form. Many pictures need a confirmation. */
export function MultiplePrompts({ onDone }: { onDone: () => void }) {
  const model = useModel()
  const canSpend = useCanSpend()
  const { draft, count } = useDraft((state) => state)
  const [text, setText] = useState('')
  const [isConfirming, setConfirming] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [isRepeated] = useState(createPressFilter)
  if (!model) return null
  const prompts = promptLines(text)
  const pictures = prompts.length * count
  const cost = formatTotalPrice(model, draft.input, pictures)
  const go = (press: Press) => {
    if (isRepeated(press, text)) return
    if (pictures > maxUnconfirmed && !isConfirming) return setConfirming(true)
    const refusal = generateForPrompts(model, prompts)
    if (refusal) setProblem(refusal)
    else onDone()
  }
  return (
    <div className="grid gap-2.5">
      <textarea
        dir="auto"
        rows={8}
        aria-label="One prompt per line"
        data-autofocus
        placeholder={'a fox in the snow\na fox in the rain'}
        value={text}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? 'prompts-problem' : undefined}
        onChange={({ target }) => {
          setText(target.value)
          setConfirming(false)
          setProblem(null)
        }}
        className="block max-h-[45dvh] w-full resize-y rounded-md border border-control bg-panel px-3 py-2 text-sm leading-relaxed hover:border-ink/60 aria-invalid:border-danger pointer-coarse:text-base"
      />
      {problem && (
        <p id="prompts-problem" role="alert" className="text-danger text-xs">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3">
        <Button look="primary" disabled={pictures === 0 || !canSpend} onClick={go}>
          {isConfirming ? `Yes, generate ${pictures}` : `Generate ${pictures}`}
        </Button>
        <p aria-live="polite" className="text-muted text-xs tabular-nums">
          {pictures > 0 && (isConfirming ? `${pictures} pictures for ${cost}. Sure?` : cost)}
        </p>
      </div>
    </div>
  )
}
