import { fieldOf } from '@/lib/catalog/field'
import { formatValue, type Subject, settingsOf } from '@/lib/record/settings'
import { Row, Rows } from './facts'

/** What was asked, in the model's own words. The prompt stands above already. */
export function Settings({ subject }: { subject: Subject }) {
  const prompt = (subject.model && fieldOf(subject.model, 'prompt')?.name) ?? 'prompt'
  const asked = settingsOf(subject).filter(({ path }) => path !== prompt)
  if (asked.length === 0) return null
  return (
    <Rows title="Asked">
      {asked.map(({ path, label, value }) => (
        <Row key={path} name={label}>
          {formatValue(value)}
        </Row>
      ))}
    </Rows>
  )
}
