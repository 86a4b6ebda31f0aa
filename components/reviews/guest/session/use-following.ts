import { useEffect, useState } from 'react'

const keyOf = (secret: string) => `krea-playground:following:${secret.slice(0, 8)}`

/** Whether this page shows what the presenter shows. A reload goes on with it. */
export function useFollowing(secret: string) {
  const [isOn, setOn] = useState(false)

  useEffect(() => {
    try {
      if (sessionStorage.getItem(keyOf(secret))) setOn(true)
    } catch {}
  }, [secret])

  const set = (next: boolean) => {
    setOn(next)
    try {
      if (next) sessionStorage.setItem(keyOf(secret), '1')
      else sessionStorage.removeItem(keyOf(secret))
    } catch {}
  }
  return { isOn, start: () => set(true), stop: () => set(false) }
}
