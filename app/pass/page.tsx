import type { Metadata } from 'next'

export const metadata: Metadata = { title: 'Guest pass · Krea Playground' }

/** Where a guest's link leads when it opens nothing. */
export default function Page() {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-sm content-center gap-3 p-6">
      <h1 className="font-semibold text-lg">This pass opens nothing</h1>
      <p className="text-muted">
        The link is not complete, or the pass has expired or was revoked. Ask whoever gave it to you
        for a new one.
      </p>
    </main>
  )
}
