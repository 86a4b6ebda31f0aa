export function NoOwner() {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-sm content-center gap-3 p-6">
      <h1 className="font-semibold text-lg">There is no owner yet</h1>
      <p className="text-muted">
        Here the owner sees what was spent, makes guest passes, and finds out whether all is set up
        well. Set this on the server, and start it again:
      </p>
      <code className="font-mono">PLAYGROUND_ADMIN_PASSWORD=…</code>
    </main>
  )
}
