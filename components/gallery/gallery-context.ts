import { createContext, useContext } from 'react'
import type { Model } from '@/lib/catalog/field'

type GalleryContextValue = {
  models: Model[]
  /** A record's settings are in the composer now: the page shows it. */
  onEdit?: () => void
}

/** What the gallery needs from the page around it. */
export const GalleryContext = createContext<GalleryContextValue>({ models: [] })

export const useGallery = () => useContext(GalleryContext)
