import { type ComponentType, useEffect } from 'react'
import { createStore } from '@/lib/browser/create-store'
import { NotLoaded } from './not-loaded'

type State<Props> = { Part?: ComponentType<Props>; failed?: boolean }

/** `preload` loads its code before it is shown, for example when the pointer comes near. */
export type LazyPart<Props> = ComponentType<Props> & { preload: () => void }

/**
 * A component whose code loads when it is first shown. With `dynamic()` it would suspend: React then delays
 * it by up to 300 ms after its code has loaded, and the whole page where there is no boundary.
 */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Fallback: ComponentType = Nothing,
): LazyPart<Props> {
  const store = createStore<State<Props>>({})
  const preload = () => {
    if (!store.read().Part) load().then((Part) => store.write({ Part }), ignore)
  }
  const loadNow = () => {
    store.write({})
    load().then(
      (Part) => store.write({ Part }),
      () => store.write({ failed: true }),
    )
  }
  function Lazy(props: Props) {
    const { Part, failed } = store.use()
    useEffect(() => {
      if (!store.read().Part) loadNow()
    }, [])
    if (failed) return <NotLoaded onRetry={loadNow} />
    return Part ? <Part {...props} /> : <Fallback />
  }
  return Object.assign(Lazy, { preload })
}

const ignore = () => undefined
const Nothing = () => null
