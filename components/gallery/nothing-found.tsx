import { Button } from '@/components/ui/button'

/** Shown when no picture matches the search. */
export function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <div className="grid justify-items-center gap-4 px-4 py-20 text-center">
      <p className="text-muted">No matches.</p>
      <Button onClick={onClear}>Clear search</Button>
    </div>
  )
}
