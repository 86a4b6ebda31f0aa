import { readStorage, type StorageEstimate } from '@/lib/library/quota'
import { createLibraryHook } from '../create-library-hook'

/** Read again when a person comes back, too: other programs fill the disk as well. */
const useStorageRead = createLibraryHook(
  'storage',
  readStorage,
  ({ kind }) => kind === 'storage',
  {},
)

/** Undefined until read. */
export const useStorage = (): StorageEstimate | undefined => useStorageRead().data
