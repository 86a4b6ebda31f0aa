import { spawn } from 'node:child_process'

/** `npm test`: everything; further arguments go to Playwright: `npm test -- unit`. */
type Step = { command: string; args: string[]; env?: Record<string, string> }

const checkTypes: Step = { command: 'npm', args: ['run', 'types'] }
const lint: Step = { command: 'npm', args: ['run', 'lint'] }
const getBrowsers: Step = { command: 'npx', args: ['tsx', 'scripts/get-browsers.ts'] }
const build: Step = { command: 'npm', args: ['run', 'build'], env: { TYPES_ARE_CHECKED: '1' } }
const test: Step = {
  command: 'npx',
  args: ['playwright', 'test', ...process.argv.slice(2)],
  // The tests import server code, whose guard accepts only this condition.
  env: { NODE_OPTIONS: '--conditions=react-server' },
}

/** Ends this process when the step fails. */
function run({ command, args, env }: Step): Promise<void> {
  console.log(`\n$ ${[command, ...args].join(' ')}`)
  const options = { env: { ...process.env, ...env }, shell: process.platform === 'win32' }
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    child.once('error', (error) => console.error(String(error)))
    child.once('close', (code) => (code === 0 ? resolve() : process.exit(code ?? 1)))
  })
}

async function main() {
  // A download, while the processor is busy with the others.
  const browsers = run(getBrowsers)
  await run(checkTypes)
  await Promise.all([run(lint), run(build), browsers])
  await run(test)
}

void main()
