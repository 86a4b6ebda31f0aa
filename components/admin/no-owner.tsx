export function NoOwner() {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-sm content-center gap-3 p-6">
      <h1 className="font-semibold text-lg">No admin password set</h1>
      <p className="text-muted">
        This page shows spending, guest passes and setup checks. Set this on the server and restart
        it:
      </p>
      <code className="font-mono">PLAYGROUND_ADMIN_PASSWORD=…</code>
    </main>
  )
}
