import { spawnSync } from 'node:child_process'

/** `npm test`: everything, in order; further arguments go to Playwright: `npm test -- unit`. */
const steps: { command: string; args: string[]; env?: Record<string, string> }[] = [
  { command: 'npm', args: ['run', 'check'] },
  { command: 'npx', args: ['tsx', 'scripts/get-chromium.ts'] },
  { command: 'npm', args: ['run', 'build'] },
  {
    command: 'npx',
    args: ['playwright', 'test', ...process.argv.slice(2)],
    // The tests import server rooms, whose guard lets only this condition in.
    env: { NODE_OPTIONS: '--conditions=react-server' },
  },
]

for (const { command, args, env } of steps) {
  console.log(`\n$ ${[command, ...args].join(' ')}`)
  const options = { env: { ...process.env, ...env }, shell: process.platform === 'win32' }
  const { status } = spawnSync(command, args, { stdio: 'inherit', ...options })
  if (status !== 0) process.exit(status ?? 1)
}
