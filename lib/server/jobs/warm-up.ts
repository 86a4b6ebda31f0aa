import 'server-only'
import { placed } from '@/lib/base-path'
import type { Env } from '../env'
import { log } from '../log'
import type { Sandbox } from './sandbox'

/**
 * Loads the sandbox in the background where it stands in for Krea, so that the first picture does not
 * wait for the painter. On serverless, where each visit may start a process, only a job loads it.
 */
export function warmUpSandbox(sandbox: Sandbox, { mode, isVercel }: Env): void {
  if (mode !== 'sandbox' || isVercel) return
  const document = new Request(`http://localhost${placed('/sandbox/openapi.json')}`)
  sandbox(document).catch((error) => log().error({ error }, 'the sandbox cannot be loaded'))
}
