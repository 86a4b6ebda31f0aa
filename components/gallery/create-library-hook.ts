import useSWR, { mutate, type SWRConfiguration, type SWRResponse } from 'swr'
import { type Change, changes } from '@/lib/library/changes'

/** The library reports each change itself. */
const quiet: SWRConfiguration = { revalidateOnFocus: false, revalidateOnReconnect: false }

/**
 * A hook for one read of the library, made again at each change that `concerns` it. To be called once, outside of
 * components. The hook reads only while it `isNeeded`.
 */
export function createLibraryHook<T>(
  key: string,
  read: () => Promise<T>,
  concerns: (change: Change) => boolean,
  options = quiet,
): (isNeeded?: boolean) => SWRResponse<T, unknown> {
  changes.subscribe((change) => {
    if (concerns(change)) void mutate(key)
  })
  return (isNeeded = true) => useSWR<T, unknown>(isNeeded ? key : null, read, options)
}
