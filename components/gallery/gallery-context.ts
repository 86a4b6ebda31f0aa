import { createContext, useContext } from 'react'
import type { Model } from '@/lib/catalog/field'

type Surroundings = {
  models: Model[]
  onEdit?: () => void
}

/** What tiles need of the page around the gallery. */
export const GalleryContext = createContext<Surroundings>({ models: [] })

export const useGallery = () => useContext(GalleryContext)
