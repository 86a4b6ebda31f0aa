import { Button } from '@/components/ui/button'
import { placed } from '@/lib/base-path'

export type BrokenProps = { error: Error & { digest?: string }; reset: () => void }

/** In place of a page that has broken while it was drawn. What is kept lies in the browser's database, and is not touched. */
export function BrokenPage({ error, reset }: BrokenProps) {
  return (
    <main className="mx-auto grid min-h-dvh max-w-md content-center justify-items-start gap-3 p-6">
      <h1 className="font-semibold text-lg">This page has broken</h1>
      <p className="text-muted">
        Your pictures are kept in this browser, and jobs that are under way go on at Krea: they come
        in when the page is open again.
      </p>
      <div className="flex flex-wrap items-center gap-4">
        <Button onClick={reset}>Try again</Button>
        <a href={placed('/')} className="text-accent underline underline-offset-2">
          Open the playground anew
        </a>
      </div>
      <details className="max-w-full text-muted text-xs">
        <summary>Error details</summary>
        <pre className="whitespace-pre-wrap break-words pt-2 font-mono">
          {error.digest ?? error.message}
        </pre>
      </details>
    </main>
  )
}
