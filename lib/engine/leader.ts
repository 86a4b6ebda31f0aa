const lock = 'krea-playground:leader'

/**
 * Tells whether this tab is the one that polls, saves and resumes for all. Looking at a tab makes it the
 * leader, since browsers slow the timers of hidden ones; when the leader closes, another tab becomes it.
 * @returns how to step down for good
 */
export function followLeadership(onChange: (leads: boolean) => void): () => void {
  if (!navigator.locks) {
    onChange(true)
    return () => onChange(false)
  }
  let closed = false
  let waiting = false
  let stepDown: (() => void) | undefined

  const lead = () =>
    new Promise<void>((resolve) => {
      if (closed) return resolve()
      stepDown = resolve
      onChange(true)
    })
  const wait = () => {
    if (closed || waiting) return
    waiting = true
    const leadNow = () => {
      waiting = false
      return lead()
    }
    navigator.locks.request(lock, leadNow).catch(onDeposed)
  }
  const onDeposed = () => {
    stepDown = undefined
    if (!closed) onChange(false)
    wait()
  }
  const onVisibility = () => {
    if (document.hidden || stepDown) return
    navigator.locks.request(lock, { steal: true }, lead).catch(onDeposed)
  }

  wait()
  document.addEventListener('visibilitychange', onVisibility)
  return () => {
    closed = true
    document.removeEventListener('visibilitychange', onVisibility)
    onChange(false)
    stepDown?.()
  }
}
