import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Chips } from '@/components/ui/chips'
import { postStyleTraining } from '@/lib/api/styles'
import { styleModelNames, styleModelOf } from '@/lib/catalog/krea-quirks'
import type { TrainingOptions } from '@/lib/contract/styles'
import { dollars } from '@/lib/money'
import { uuid7 } from '@/lib/record/uuid'
import { LabelledInput } from './labelled-input'
import { TrainingPictures } from './training-pictures'
import { addTraining } from './trainings'
import { useTrainingPictures } from './use-training-pictures'

type Props = {
  modelId: string
  offered: TrainingOptions
  onDone: () => void
  onCancel: () => void
}

const usualSteps = 1_000

/** What a training is given. It says what it costs before it is sent. */
export function TrainingForm({ modelId, offered, onDone, onCancel }: Props) {
  const { models, types, minSteps, maxSteps } = offered
  const fitting = styleModelOf(modelId)
  const chosen = useTrainingPictures()
  const [name, setName] = useState('')
  const [model, setModel] = useState(models.find((one) => one === fitting) ?? models[0] ?? '')
  const [type, setType] = useState(types[0])
  const [triggerWord, setTriggerWord] = useState('')
  const [steps, setSteps] = useState(String(Math.min(usualSteps, maxSteps ?? usualSteps)))
  // One key for one form: a second click on Train asks for the same job.
  const [key] = useState(() => uuid7(Date.now()))
  const [state, setState] = useState<{ isSending: boolean; error: string }>({
    isSending: false,
    error: '',
  })
  const urls = chosen.pictures.flatMap(({ state: one }) => (one.kind === 'ready' ? [one.url] : []))
  const missing = missingPart({
    name,
    steps: Number(steps),
    offered,
    count: urls.length,
    isUploading: chosen.pictures.some(({ state: one }) => one.kind === 'uploading'),
  })

  const train = async (event: FormEvent) => {
    event.preventDefault()
    if (missing !== null || state.isSending) return
    setState({ isSending: true, error: '' })
    try {
      const body = { model, name: name.trim(), urls, type, steps: Number(steps) }
      const word = triggerWord.trim()
      const job = await postStyleTraining(key, { ...body, ...(word ? { triggerWord: word } : {}) })
      addTraining({ key, jobId: job.id, name: name.trim(), startedAt: Date.now() })
      onDone()
    } catch (error) {
      setState({ isSending: false, error: error instanceof Error ? error.message : String(error) })
    }
  }

  return (
    <form
      method="dialog"
      className="grid grid-cols-1 gap-4"
      onSubmit={(event) => void train(event)}
    >
      <TrainingPictures {...chosen} />
      <LabelledInput label="Name" value={name} maxLength={100} onChange={setName} />
      <div className="grid gap-1.5">
        <span className="font-medium text-[0.8125rem]">For</span>
        <Chips
          label="For"
          options={models}
          value={model}
          onChange={setModel}
          show={(one) => styleModelNames.get(one) ?? one}
        />
      </div>
      {types.length > 0 && (
        <div className="grid gap-1.5">
          <span className="font-medium text-[0.8125rem]">Kind</span>
          <Chips label="Kind" options={types} value={type} onChange={setType} />
        </div>
      )}
      <LabelledInput
        label="Trigger word"
        hint="optional: names the style in a prompt"
        value={triggerWord}
        maxLength={100}
        onChange={setTriggerWord}
      />
      <LabelledInput
        label="Steps"
        hint={`${minSteps} to ${maxSteps ?? 'any'}`}
        type="number"
        min={minSteps}
        max={maxSteps ?? undefined}
        value={steps}
        onChange={setSteps}
        className="max-w-32"
      />
      {state.error && (
        <p role="alert" className="text-danger text-xs">
          {state.error}
        </p>
      )}
      <div className="sticky bottom-0 -mx-5 -mb-5 flex flex-wrap items-center justify-end gap-2 border-t bg-panel px-5 py-3">
        <p className="mr-auto text-muted text-xs">{missing ?? priceText(offered, steps)}</p>
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" look="primary" disabled={missing !== null || state.isSending}>
          {state.isSending ? 'Sending…' : 'Train'}
        </Button>
      </div>
    </form>
  )
}

type Given = {
  name: string
  steps: number
  offered: TrainingOptions
  count: number
  isUploading: boolean
}

/** The first thing that keeps a training from being sent. */
function missingPart({ name, steps, offered, count, isUploading }: Given): string | null {
  const { minSteps, maxSteps } = offered
  if (isUploading) return 'Wait for the uploads to finish.'
  if (count === 0) return 'Choose pictures that share a look: ten or more work best.'
  if (name.trim() === '') return 'Give the style a name.'
  if (!Number.isInteger(steps) || steps < minSteps || steps > (maxSteps ?? steps))
    return `Give ${minSteps} to ${maxSteps ?? 'any number of'} steps.`
  return null
}

function priceText({ price, reserved }: TrainingOptions, steps: string): string {
  const work = `${steps} steps`
  if (price !== null) return `${work}, ${dollars(price)}.`
  const budget = reserved > 0 ? ` A budget counts ${dollars(reserved)} for it.` : ''
  return `${work}. Krea publishes no price for training.${budget}`
}
