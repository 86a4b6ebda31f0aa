import { useEffect, useState } from 'react'
import type { Catalog } from '../catalog/catalog'

/** Krea's catalog changes by the month, and a page may stay open that long. */
const minIntervalMs = 300_000

/** The catalog that the page came with. It is refreshed when a person comes back to the page. */
export function useCatalog(initial: Catalog): Catalog {
  const [catalog, setCatalog] = useState(initial)

  useEffect(() => {
    let refreshedAt = Date.now()
    const refresh = async () => {
      if (document.hidden || Date.now() - refreshedAt < minIntervalMs) return
      refreshedAt = Date.now()
      const { readCatalog } = await import('./models')
      const latest = await readCatalog()
      setCatalog((known) => (same(known, latest) ? known : latest))
    }
    // A failed refresh is tried again when the person comes back again.
    const onReturn = () => void refresh().catch(() => undefined)
    addEventListener('focus', onReturn)
    document.addEventListener('visibilitychange', onReturn)
    return () => {
      removeEventListener('focus', onReturn)
      document.removeEventListener('visibilitychange', onReturn)
    }
  }, [])

  return catalog
}

const same = (a: Catalog, b: Catalog) => JSON.stringify(a) === JSON.stringify(b)
