import type { Metadata } from 'next'

export const metadata: Metadata = { title: 'Guest pass · Krea Playground' }

/** Where a guest's link leads when it opens nothing. */
export default function Page() {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-sm content-center gap-3 p-6">
      <h1 className="font-semibold text-lg">This pass no longer works</h1>
      <p className="text-muted">
        The link is incomplete, or the pass has expired or was revoked. Ask the person who sent it
        for a new one.
      </p>
    </main>
  )
}
