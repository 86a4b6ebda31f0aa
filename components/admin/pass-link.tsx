import { useState } from 'react'
import type { NewPassAnswer } from '@/lib/contract/passes'
import { Button } from '../ui/button'

type Props = { made: NewPassAnswer; onDone: () => void }

/** Shows the link of a new pass. It is shown only once. */
export function PassLink({ made: { pass, url, qr }, onDone }: Props) {
  const [label, setLabel] = useState('Copy link')

  /** Browsers have no clipboard over plain http. */
  async function copy() {
    try {
      await navigator.clipboard.writeText(url)
      setLabel('Copied')
    } catch {
      setLabel('Select the link to copy it')
    }
  }

  return (
    <div role="status" className="flex flex-wrap items-start gap-4 rounded-lg border bg-panel p-4">
      <img
        src={`data:image/svg+xml,${encodeURIComponent(qr)}`}
        alt={`QR code of the pass of ${pass.name}`}
        width={160}
        height={160}
        className="rounded bg-white"
      />
      <div className="grid min-w-0 flex-1 basis-60 gap-3">
        <p>
          The pass of <strong className="font-medium">{pass.name}</strong>. Copy the link now: it is
          shown only once.
        </p>
        <code className="select-all break-all rounded bg-raised px-2 py-1.5 font-mono text-xs">
          {url}
        </code>
        <div className="flex flex-wrap gap-2">
          <Button look="primary" onClick={copy}>
            {label}
          </Button>
          <Button onClick={onDone}>Done</Button>
        </div>
      </div>
    </div>
  )
}
