import { useEffect, useId, useRef, useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { chime } from '@/lib/browser/chime'
import { changeJobSettings, jobSettings } from '@/lib/engine/job-settings'

const concurrencyLimits = [1, 2, 4, 8, 16, 32, 100]

type Props = {
  onClose: () => void
  /** Opens the webhook setting and focuses it. */
  focusWebhook?: boolean
}

/** Sets how many jobs run at once, and what happens when one ends. */
export function JobSettingsDialog({ onClose, focusWebhook = false }: Props) {
  const { mostUnderWay, notify, sound } = jobSettings.use()
  const [isBlocked, setBlocked] = useState(false)
  const limitId = useId()

  const changeNotifications = async (wanted: boolean) => {
    const allowed = !wanted || (await Notification.requestPermission()) === 'granted'
    setBlocked(!allowed)
    changeJobSettings({ notify: wanted && allowed })
  }
  const changeSound = (wanted: boolean) => {
    changeJobSettings({ sound: wanted })
    if (wanted) void chime()
  }
  return (
    <Dialog open onClose={onClose} title="Jobs and notifications">
      <div className="grid gap-5">
        <div className="flex items-start justify-between gap-4">
          <label htmlFor={limitId}>
            <span className="block font-medium">Concurrent jobs</span>
            <span className="text-muted text-xs">The rest wait in order.</span>
          </label>
          <Select
            id={limitId}
            data-autofocus
            value={mostUnderWay}
            onChange={({ target }) => changeJobSettings({ mostUnderWay: Number(target.value) })}
            className="w-20 shrink-0"
          >
            {concurrencyLimits.map((limit) => (
              <option key={limit} value={limit}>
                {limit}
              </option>
            ))}
          </Select>
        </div>
        <fieldset className="grid gap-3 border-t pt-4">
          <legend className="sr-only">When a job finishes in the background</legend>
          <p className="text-muted text-xs">
            When a job finishes in the background, the tab shows a count. You can also:
          </p>
          {'Notification' in globalThis ? (
            <Checkbox
              label="Notify me"
              checked={notify}
              onChange={(on) => void changeNotifications(on)}
            />
          ) : null}
          {isBlocked ? (
            <p role="alert" className="text-danger text-xs">
              This browser blocks notifications from this page. Allow them in its site settings.
            </p>
          ) : null}
          <Checkbox label="Play a short sound" checked={sound} onChange={changeSound} />
        </fieldset>
        <WebhookSetting focused={focusWebhook} />
      </div>
    </Dialog>
  )
}

function WebhookSetting({ focused }: { focused: boolean }) {
  const { webhookUrl } = jobSettings.use()
  const [text, setText] = useState(webhookUrl)
  const [open] = useState(focused || webhookUrl !== '')
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const isValid = text.trim() === '' || isHttps(text.trim())

  // Once the dialog has opened, which sets the focus itself.
  useEffect(() => {
    if (focused) queueMicrotask(() => input.current?.focus())
  }, [focused])

  const change = (value: string) => {
    setText(value)
    const address = value.trim()
    if (address === '' || isHttps(address)) changeJobSettings({ webhookUrl: address })
  }
  return (
    <details open={open} className="border-t pt-4">
      <summary className="font-medium">Advanced: webhook</summary>
      <div className="mt-3 grid gap-1.5">
        <label htmlFor={id} className="text-muted text-xs">
          Krea calls this address when a job ends. Applies to new jobs.
        </label>
        <TextInput
          ref={input}
          id={id}
          type="url"
          inputMode="url"
          placeholder="https://example.com/krea"
          value={text}
          aria-invalid={!isValid}
          aria-describedby={isValid ? undefined : `${id}-fault`}
          onChange={({ target }) => change(target.value)}
        />
        {isValid ? null : (
          <p id={`${id}-fault`} role="alert" className="text-danger text-xs">
            Enter a public address that starts with https://
          </p>
        )}
      </div>
    </details>
  )
}

const isHttps = (text: string) => URL.canParse(text) && new URL(text).protocol === 'https:'

type CheckboxProps = { label: string; checked: boolean; onChange: (checked: boolean) => void }

function Checkbox({ label, checked, onChange }: CheckboxProps) {
  return (
    <label className="flex items-center gap-2.5 pointer-coarse:min-h-11">
      <input
        type="checkbox"
        checked={checked}
        onChange={({ target }) => onChange(target.checked)}
        className="size-4 accent-accent"
      />
      {label}
    </label>
  )
}
