export default function NotFound() {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-sm content-center gap-3 p-6">
      <h1 className="font-semibold text-2xl tracking-tight">There is no review here</h1>
      <p className="text-base text-muted leading-relaxed">
        The link is incomplete, or its review was deleted. Ask the person who sent it for a new one.
      </p>
    </main>
  )
}
