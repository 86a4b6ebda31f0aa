const name = 'krea-playground:leader'

/**
 * Calls back when this tab becomes the leader, which polls, saves and resumes for all tabs, and when it no longer is.
 * A visible tab leads where there is one, since browsers slow the timers of hidden tabs; when the leader closes,
 * another tab leads.
 * @returns how to step down for good
 */
export function followLeadership(onChange: (leads: boolean) => void): () => void {
  if (!navigator.locks) {
    onChange(true)
    return () => onChange(false)
  }
  /** A hidden leader asks the visible tabs to take over. */
  const channel = new BroadcastChannel(name)
  let closed = false
  let waiting = false
  let stealing = false
  let stepDown: (() => void) | undefined

  const lead = () =>
    new Promise<void>((resolve) => {
      if (closed) return resolve()
      stepDown = resolve
      onChange(true)
      askIfHidden()
    })
  const wait = () => {
    if (closed || waiting) return
    waiting = true
    const leadNow = () => {
      waiting = false
      return lead()
    }
    navigator.locks.request(name, leadNow).catch(onDeposed)
  }
  const onDeposed = () => {
    stepDown = undefined
    if (!closed) onChange(false)
    wait()
  }
  const askIfHidden = () => {
    if (document.hidden && stepDown) channel.postMessage('hidden')
  }
  const takeOver = () => {
    if (document.hidden || stepDown || stealing) return
    stealing = true
    const leadNow = () => {
      stealing = false
      return lead()
    }
    navigator.locks.request(name, { steal: true }, leadNow).catch(onDeposed)
  }
  const onVisibility = () => {
    askIfHidden()
    takeOver()
  }

  // A tab that opens in front becomes visible without an event.
  if (document.hidden) wait()
  else takeOver()
  channel.addEventListener('message', takeOver)
  document.addEventListener('visibilitychange', onVisibility)
  return () => {
    closed = true
    channel.close()
    document.removeEventListener('visibilitychange', onVisibility)
    onChange(false)
    stepDown?.()
  }
}
