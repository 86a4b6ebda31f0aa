'use client'

import { type ComponentType, useCallback, useEffect, useState } from 'react'
import { NotFetched } from './not-fetched'

type State<Props> = { Part?: ComponentType<Props>; failed?: boolean }

/** `soon` fetches its code, for when a hand comes near. */
export type Later<Props> = ComponentType<Props> & { soon: () => void }

/**
 * A part of the page whose code comes when it is first shown. `dynamic()` would suspend for it: React then
 * holds it back for up to 300 ms after its code is there, and the whole page where no boundary stands.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType = Nothing,
): Later<Props> {
  let known: ComponentType<Props> | undefined
  const fetched = async () => {
    known ??= await load()
    return known
  }
  function LaterPart(props: Props) {
    const [{ Part, failed }, setState] = useState<State<Props>>({ Part: known })
    const missing = !Part && !failed
    useEffect(() => {
      if (!missing) return
      fetched().then(
        (Part) => setState({ Part }),
        () => setState({ failed: true }),
      )
    }, [missing])
    const retry = useCallback(() => setState({}), [])
    if (failed) return <NotFetched onRetry={retry} />
    return Part ? <Part {...props} /> : <Meanwhile />
  }
  const soon = () => void fetched().catch(() => undefined)
  return Object.assign(LaterPart, { soon })
}

const Nothing = () => null
