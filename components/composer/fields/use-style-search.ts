import { useEffect, useState } from 'react'
import { findStyles } from '@/lib/api/styles'
import type { Style } from '@/lib/contract/styles'

const debounceMs = 250
const minLength = 2

/** Styles by name, once typing rests. A server that does not search, or fails to, offers none. */
export function useStyleSearch(text: string): Style[] {
  const [found, setFound] = useState<Style[]>([])
  useEffect(() => {
    const query = text.trim()
    if (query.length < minLength) return
    const controller = new AbortController()
    const timer = setTimeout(async () => {
      const styles = await findStyles(query, controller.signal).catch(() => [])
      if (!controller.signal.aborted) setFound(styles)
    }, debounceMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [text])
  return found
}
