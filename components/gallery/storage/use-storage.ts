import useSWR from 'swr'
import { readStorage, type Storage, storageKey } from '@/lib/library/quota'

/** Undefined until the browser has said. */
export const useStorage = (): Storage | undefined => useSWR(storageKey, readStorage).data
