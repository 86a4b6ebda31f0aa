import { useAnnouncement } from './announcement'

/** Where announcements are read out. It is there before it has to speak. */
export function LiveRegion() {
  return (
    <p aria-live="polite" className="sr-only">
      {useAnnouncement()}
    </p>
  )
}
