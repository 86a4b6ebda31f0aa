/** A click, a tap or a key. `timeStamp` in ms, as events carry it. */
export type Press = { timeStamp: number; repeat?: boolean }

/** Presses of the same intent that are closer than this count as one: a double click, a double tap. */
const minIntervalMs = 400

/**
 * Tells whether a press repeats the one before it: the key is held, or nothing changed since and it came
 * too soon for a second decision.
 */
export function createPressFilter() {
  let last: { at: number; intent: string } | null = null
  const isRepeated = ({ timeStamp, repeat }: Press, intent: string): boolean => {
    const isSame = last !== null && last.intent === intent && timeStamp - last.at < minIntervalMs
    if (repeat) return true
    last = { at: timeStamp, intent }
    return isSame
  }
  /** After a press that came to nothing: the next one is a new try, however soon. */
  const forget = () => {
    last = null
  }
  return Object.assign(isRepeated, { forget })
}
