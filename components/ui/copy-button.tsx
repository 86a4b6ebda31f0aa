import { Check, Copy } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { copyText } from '@/lib/browser/copy-text'

type Props = {
  text: string
  /** A dialog opens with the focus here. */
  isStart?: boolean
  children: ReactNode
}

/** Copies a text and shows whether that worked. */
export function CopyButton({ text, isStart, children }: Props) {
  const [result, setResult] = useState<'copied' | 'refused' | null>(null)

  useEffect(() => {
    if (!result) return
    const timer = setTimeout(() => setResult(null), 2000)
    return () => clearTimeout(timer)
  }, [result])

  const copy = async () => {
    setResult((await copyText(text)) ? 'copied' : 'refused')
  }
  return (
    <Button data-autofocus={isStart || undefined} onClick={() => void copy()}>
      {result === 'copied' ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
      <span aria-live="polite">
        {result === 'copied' ? 'Copied' : result === 'refused' ? 'Not allowed to copy' : children}
      </span>
    </Button>
  )
}
