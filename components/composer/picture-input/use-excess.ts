import { useState } from 'react'

/** Takes as many pictures as fit. @returns a sentence about those left out by the last choice, and the taker */
export function useExcess() {
  const [sentence, setSentence] = useState<string | null>(null)
  const limit = <T>(items: T[], max: number): T[] => {
    const fitting = items.slice(0, Math.max(0, max))
    setSentence(
      fitting.length < items.length
        ? `${fitting.length} of ${items.length} added: no more fit`
        : null,
    )
    return fitting
  }
  return [sentence, limit] as const
}
