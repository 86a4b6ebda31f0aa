import { openStore } from '../../../lib/sandbox/jobs/store'
import { serveSandbox } from './sandbox-server'

// A sandbox in a process of its own; it ends when its parent closes its input.
const store = openStore([process.argv[2] ?? ''])
serveSandbox({ store, speed: Number(process.argv[3] ?? 1) }).then(({ url }) => {
  process.stdout.write(`${url}\n`)
})
process.stdin.on('end', () => process.exit()).resume()
