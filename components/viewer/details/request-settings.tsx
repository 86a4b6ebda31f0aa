import { fieldOf } from '@/lib/catalog/field'
import { formatValue, type Subject, settingsOf } from '@/lib/record/settings'
import { Row, Rows } from './picture-details'

/** The request's settings, except the prompt, which has a place of its own. */
export function RequestSettings({ subject }: { subject: Subject }) {
  const prompt = (subject.model && fieldOf(subject.model, 'prompt')?.name) ?? 'prompt'
  const settings = settingsOf(subject).filter(({ path }) => path !== prompt)
  if (settings.length === 0) return null
  return (
    <Rows title="Asked">
      {settings.map(({ path, label, value }) => (
        <Row key={path} name={label}>
          {formatValue(value)}
        </Row>
      ))}
    </Rows>
  )
}
