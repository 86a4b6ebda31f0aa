import { Section } from './section'

/** Stands where a part is still being read. */
export function Waiting({ title }: { title: string }) {
  return (
    <Section title={title}>
      <p role="status" className="text-muted">
        Reading …
      </p>
    </Section>
  )
}
