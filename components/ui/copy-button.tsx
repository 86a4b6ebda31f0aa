import { Check, Copy } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'

/** Copies a text and shows whether that worked. */
export function CopyButton({ text, children }: { text: string; children: ReactNode }) {
  const [result, setResult] = useState<'copied' | 'refused' | null>(null)

  useEffect(() => {
    if (!result) return
    const timer = setTimeout(() => setResult(null), 2000)
    return () => clearTimeout(timer)
  }, [result])

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setResult('copied')
    } catch {
      setResult('refused')
    }
  }
  return (
    <Button onClick={() => void copy()}>
      {result === 'copied' ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
      <span aria-live="polite">
        {result === 'copied' ? 'Copied' : result === 'refused' ? 'Not allowed to copy' : children}
      </span>
    </Button>
  )
}
