import { useEffect, useState } from 'react'

/** The remaining whole seconds, and a function that restarts the countdown. */
export function useCountdown(): [seconds: number, countFrom: (ms: number) => void] {
  const [end, setEnd] = useState(0)
  const [seconds, setSeconds] = useState(0)

  useEffect(() => {
    const tick = () => setSeconds(Math.max(0, Math.ceil((end - Date.now()) / 1_000)))
    tick()
    if (end <= Date.now()) return
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [end])

  return [seconds, (ms) => setEnd(ms > 0 ? Date.now() + ms : 0)]
}
