/** Runs once before the server takes requests: a bad environment stops the start, in one line. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { checkEnv } = await import('./lib/server/check-env')
  checkEnv()
  const { watchIncomingRequests } = await import('./lib/server/http/incoming')
  watchIncomingRequests()
  const { openLedger } = await import('./lib/server/db/warm-up')
  await openLedger()
  const { warmUpSandbox } = await import('./lib/server/jobs/warm-up')
  warmUpSandbox()
}
