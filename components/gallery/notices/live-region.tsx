import { useAnnouncements } from './announcement'

/** Screen readers read out each sentence that is added. The region is there before the first one. */
export function LiveRegion() {
  return (
    <div role="log" aria-live="polite" aria-label="Jobs" className="sr-only">
      {useAnnouncements().map(({ id, sentence }) => (
        <p key={id}>{sentence}</p>
      ))}
    </div>
  )
}
