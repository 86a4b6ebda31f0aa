import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { call } from '@/lib/api/call'
import { type NewPassAnswer, postPass } from '@/lib/contract/passes'
import { Button } from '../ui/button'
import { ModelChecklist } from './model-checklist'

type Props = {
  models: { id: string; name: string }[]
  onMade: (answer: NewPassAnswer) => void
}

const box =
  'h-9 w-full min-w-0 rounded-md border border-control bg-panel px-2.5 pointer-coarse:h-11 pointer-coarse:text-base'
const dayMs = 86_400_000

export function NewPassForm({ models, onMade }: Props) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = event.currentTarget
    setBusy(true)
    setProblem('')
    try {
      onMade(await createPass(new FormData(form)))
      form.reset()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : '')
    } finally {
      setBusy(false)
    }
  }

  return (
    <form
      method="dialog"
      onSubmit={send}
      className="grid items-end gap-3 sm:grid-cols-[2fr_1fr_1fr_auto]"
    >
      <Field label="Name">
        {(id) => (
          <input id={id} name="name" required maxLength={80} autoComplete="off" className={box} />
        )}
      </Field>
      <Field label="Budget ($)">
        {(id) => (
          <input
            id={id}
            name="dollars"
            type="number"
            required
            min={0.01}
            max={100_000}
            step={0.01}
            defaultValue={5}
            className={box}
          />
        )}
      </Field>
      <Field label="Valid for (days)">
        {(id) => (
          <input
            id={id}
            name="days"
            type="number"
            min={1}
            max={365}
            step={1}
            placeholder="No end"
            className={box}
          />
        )}
      </Field>
      <Button type="submit" look="primary" disabled={isBusy}>
        Create pass
      </Button>
      <details className="sm:col-span-full">
        <summary className="mb-2 text-muted">Models (none selected = all)</summary>
        <ModelChecklist models={models} />
      </details>
      <p role="alert" className="text-danger empty:hidden sm:col-span-full">
        {problem}
      </p>
    </form>
  )
}

function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-medium">
        {label}
      </label>
      {children(id)}
    </div>
  )
}

function createPass(form: FormData): Promise<NewPassAnswer> {
  const days = Number(form.get('days'))
  const models = form.getAll('models').map(String)
  const body = {
    name: String(form.get('name')),
    dollars: Number(form.get('dollars')),
    expiresAt: days > 0 ? new Date(Date.now() + days * dayMs).toISOString() : null,
    models: models.length > 0 ? models : null,
  }
  return call(postPass, { body })
}
