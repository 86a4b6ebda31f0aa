/** Instead of a review that is over: its pictures are deleted, or its date has passed. */
export const ReviewGone = () => (
  <main className="mx-auto grid min-h-dvh w-full max-w-sm content-center gap-3 p-6">
    <h1 className="font-semibold text-2xl tracking-tight">This review has ended</h1>
    <p className="text-base text-muted leading-relaxed">
      Its pictures are no longer here. If you still need them, ask the person who sent you the link.
    </p>
  </main>
)
