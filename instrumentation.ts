/** Runs once before the server takes requests: a bad environment stops the start, in one line. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { checkEnv } = await import('./lib/server/check-env')
  checkEnv()
  const { services } = await import('./lib/server/services')
  const { env, ledger, sandbox, sleep, socketHeader } = services()
  if (env.tracing) {
    const { startTracing } = await import('./lib/server/tracing/start-tracing')
    startTracing(env.tracing)
  }
  if (env.isProduction) {
    const { quietConsole } = await import('./lib/server/quiet-console')
    quietConsole(console)
  }
  const { watchIncomingRequests } = await import('./lib/server/http/incoming')
  watchIncomingRequests(socketHeader)
  const { openLedger } = await import('./lib/server/db/warm-up')
  await openLedger(ledger, env, sleep)
  const { warmUpSandbox } = await import('./lib/server/jobs/warm-up')
  warmUpSandbox(sandbox, env)
}
