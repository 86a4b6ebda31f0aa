'use client'

import { Eye, EyeOff } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import { call } from '@/lib/api/call'
import { ApiError, isApiError } from '@/lib/contract/errors'
import { signInOwner, unlock } from '@/lib/contract/sign-in'
import { Button } from '../ui/button'
import { useCountdown } from './use-countdown'

type Props = {
  /** The route that takes `{password}`. */
  action: Action
  /** Where to go then: a path of our own. */
  next: string
  title: string
  hint: string
  submit: string
}

export function PasswordForm({ action, next, title, hint, submit }: Props) {
  const id = useId()
  const [isPasswordVisible, setShown] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<ApiError | null>(null)
  const [seconds, countFrom] = useCountdown()

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const input = event.currentTarget.elements.namedItem('password')
    if (!(input instanceof HTMLInputElement) || isBusy || seconds > 0) return
    setBusy(true)
    setError(null)
    try {
      await send(action, input.value)
      location.assign(next)
    } catch (thrown) {
      const refusal = isApiError(thrown) ? thrown : new ApiError('internal')
      setError(refusal)
      countFrom(refusal.retryAfterMs ?? 0)
      setBusy(false)
      input.select()
    }
  }

  return (
    // Sent before the page is alive, a form of this method goes nowhere: else the password would stand in the address.
    <form method="dialog" onSubmit={onSubmit} className="grid gap-4">
      <header className="grid gap-1">
        <p className="text-muted text-xs">Krea Playground</p>
        <h1 className="font-semibold text-lg">{title}</h1>
        <p className="text-muted">{hint}</p>
      </header>
      <div className="grid gap-1.5">
        <label htmlFor={id} className="font-medium">
          Password
        </label>
        <div className="flex gap-1.5">
          <input
            id={id}
            name="password"
            type={isPasswordVisible ? 'text' : 'password'}
            autoComplete="current-password"
            required
            // biome-ignore lint/a11y/noAutofocus: the page is this form.
            autoFocus
            maxLength={1000}
            aria-invalid={error?.code === 'wrong_password' || undefined}
            aria-describedby={`${id}-error`}
            className="h-9 w-full min-w-0 rounded-md border border-control bg-panel px-2.5 aria-invalid:border-danger pointer-coarse:h-11 pointer-coarse:text-base"
          />
          <Button
            size="icon"
            className="size-9"
            aria-label="Show the password"
            aria-pressed={isPasswordVisible}
            onClick={() => setShown(!isPasswordVisible)}
          >
            {isPasswordVisible ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
          </Button>
        </div>
        <p id={`${id}-error`} role="alert" className="min-h-5 text-danger">
          {error?.message}
        </p>
      </div>
      <Button type="submit" look="primary" disabled={isBusy || seconds > 0}>
        {seconds > 0 ? `Try again in ${seconds} s` : submit}
      </Button>
    </form>
  )
}

type Action = '/api/unlock' | '/api/owner'

function send(action: Action, password: string): Promise<unknown> {
  const input = { body: { password } }
  return action === '/api/unlock' ? call(unlock, input) : call(signInOwner, input)
}
