import { useMemo } from 'react'
import { renderSVG } from 'uqr'

type Props = { text: string; label: string; className?: string }

/** Dark on white in any theme, with the margin that readers need. */
export function QrCode({ text, label, className = '' }: Props) {
  const src = useMemo(
    () => `data:image/svg+xml,${encodeURIComponent(renderSVG(text, { border: 3 }))}`,
    [text],
  )
  return <img src={src} alt={label} className={`rounded-md bg-white ${className}`} />
}
