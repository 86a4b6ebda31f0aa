import { useEffect, useState } from 'react'

const lock = 'krea-playground:leader'

/**
 * Whether this tab is the one that polls, saves and resumes for all. Looking at a tab makes it the
 * leader, since browsers slow the timers of hidden ones; when the leader closes, another takes over.
 */
export function useLeader(): boolean {
  const [leads, setLeads] = useState(false)

  useEffect(() => {
    if (!navigator.locks) return setLeads(true)
    let gone = false
    let waiting = false
    let stepDown: (() => void) | undefined

    const lead = () =>
      new Promise<void>((resolve) => {
        if (gone) return resolve()
        stepDown = resolve
        setLeads(true)
      })
    const wait = () => {
      if (gone || waiting) return
      waiting = true
      const turn = () => {
        waiting = false
        return lead()
      }
      navigator.locks.request(lock, turn).catch(deposed)
    }
    const deposed = () => {
      stepDown = undefined
      setLeads(false)
      wait()
    }
    const takeOver = () => {
      if (document.hidden || stepDown) return
      navigator.locks.request(lock, { steal: true }, lead).catch(deposed)
    }

    wait()
    document.addEventListener('visibilitychange', takeOver)
    return () => {
      gone = true
      document.removeEventListener('visibilitychange', takeOver)
      stepDown?.()
    }
  }, [])

  return leads
}
