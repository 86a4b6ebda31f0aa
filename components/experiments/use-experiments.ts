import { createLibraryHook } from '@/components/gallery/create-library-hook'
import { readExperiments } from '@/lib/library/experiments'

/** Every experiment of this browser, the newest first. Undefined until read. */
export const useExperiments = createLibraryHook(
  'experiments',
  readExperiments,
  ({ kind }) => kind === 'experiments',
)
