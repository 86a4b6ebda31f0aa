import { useEffect, useState } from 'react'
import type { Catalogue } from '../catalog/catalog'

/** Krea's catalogue changes by the month; a page may stay open for as long. */
const everyMs = 300_000

/** The catalogue that the page came with, and each newer one: looked for when a person comes back. */
export function useCatalogue(initial: Catalogue): Catalogue {
  const [catalogue, setCatalogue] = useState(initial)

  useEffect(() => {
    let lookedAt = Date.now()
    const look = async () => {
      if (document.hidden || Date.now() - lookedAt < everyMs) return
      lookedAt = Date.now()
      const { readCatalogue } = await import('./models')
      const latest = await readCatalogue()
      setCatalogue((known) => (same(known, latest) ? known : latest))
    }
    // What cannot be had now is asked for again when the person comes back again.
    const onBack = () => void look().catch(() => undefined)
    addEventListener('focus', onBack)
    document.addEventListener('visibilitychange', onBack)
    return () => {
      removeEventListener('focus', onBack)
      document.removeEventListener('visibilitychange', onBack)
    }
  }, [])

  return catalogue
}

const same = (a: Catalogue, b: Catalogue) => JSON.stringify(a) === JSON.stringify(b)
