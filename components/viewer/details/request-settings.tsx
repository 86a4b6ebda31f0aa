import { fieldOf } from '@/lib/catalog/field'
import { defaultsOf, type Subject, settingsOf } from '@/lib/record/settings'
import { formatSetting } from './format-setting'
import { Row, Rows } from './picture-details'

/** The request's settings and what it left to Krea, except the prompt, which has a place of its own. */
export function RequestSettings({ subject }: { subject: Subject }) {
  const prompt = (subject.model && fieldOf(subject.model, 'prompt')?.name) ?? 'prompt'
  const settings = [...settingsOf(subject), ...defaultsOf(subject)].filter(
    ({ path }) => path !== prompt,
  )
  if (settings.length === 0) return null
  return (
    <Rows title="Settings">
      {settings.map(({ path, label, value, isDefault }) => (
        <Row key={path} name={label}>
          {formatSetting(value)}
          {isDefault ? <span className="text-muted"> (default)</span> : null}
        </Row>
      ))}
    </Rows>
  )
}
