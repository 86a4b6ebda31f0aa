import { useEffect, useState } from 'react'
import type { Catalog } from '../catalog/catalog'

/** Krea's catalog changes by the month; a page may stay open for as long. */
const everyMs = 300_000

/** The catalog that the page came with, and each newer one: looked for when a person comes back. */
export function useCatalog(initial: Catalog): Catalog {
  const [catalog, setCatalog] = useState(initial)

  useEffect(() => {
    let lookedAt = Date.now()
    const look = async () => {
      if (document.hidden || Date.now() - lookedAt < everyMs) return
      lookedAt = Date.now()
      const { readCatalog } = await import('./models')
      const latest = await readCatalog()
      setCatalog((known) => (same(known, latest) ? known : latest))
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

  return catalog
}

const same = (a: Catalog, b: Catalog) => JSON.stringify(a) === JSON.stringify(b)
