import { useEffect, useState } from 'react'
import * as z from 'zod/mini'
import { placed } from '@/lib/base-path'

const answerSchema = z.object({ styles: z.array(z.object({ id: z.string(), name: z.string() })) })

type Style = z.infer<typeof answerSchema>['styles'][number]

const waitMs = 250

/** Styles by name, once typing rests. A server that does not search, or fails to, offers none. */
export function useStyleSearch(text: string): Style[] {
  const [found, setFound] = useState<Style[]>([])
  useEffect(() => {
    const words = text.trim()
    if (words.length < 2) return
    const controller = new AbortController()
    const timer = setTimeout(async () => {
      const answer = await fetch(placed(`/api/styles?q=${encodeURIComponent(words)}`), {
        signal: controller.signal,
      })
        .then((response) => response.json())
        .catch(() => null)
      const parsed = answerSchema.safeParse(answer)
      if (!controller.signal.aborted) setFound(parsed.success ? parsed.data.styles : [])
    }, waitMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [text])
  return found
}
