import { Section } from './section'

/** Shown while a section loads. */
export function SectionLoading({ title }: { title: string }) {
  return (
    <Section title={title}>
      <p role="status" className="text-muted">
        Loading…
      </p>
    </Section>
  )
}
