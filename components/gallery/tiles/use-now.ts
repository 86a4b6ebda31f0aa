import { createStore } from '@/lib/browser/create-store'

/** One clock for all components. It ticks each second while any of them is mounted. */
const clock = createStore(Date.now(), (write) => {
  write(Date.now())
  const timer = setInterval(() => write(Date.now()), 1000)
  return () => clearInterval(timer)
})

/** The time in ms since 1970. */
export const useNow = clock.use
