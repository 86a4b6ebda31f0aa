import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { expect, test } from '@playwright/test'
import { postgresPrograms } from '../fixtures/server/postgres'

const startedElsewhere = require.resolve('../fixtures/server/started-elsewhere.ts')

const isListening = (url: string) =>
  fetch(url.replace(/^postgres:\/\/[^@]*@/, 'http://')).then(
    () => true,
    (error: Error) => !String(error.cause).includes('ECONNREFUSED'),
  )

// A crash; Ctrl C; a run that is stopped, or ends at its first failure.
const signals = ['SIGKILL', 'SIGINT', 'SIGTERM'] as const
const cases = ['playground', 'postgres'].flatMap((server) =>
  signals.map((signal) => ({ server, signal })),
)

for (const { server, signal } of cases)
  test(`a ${server} ends when the process that started it gets ${signal}`, async () => {
    test.skip(server === 'postgres' && !postgresPrograms(), 'no Postgres on this machine')
    const node = ['--conditions=react-server', '--import=tsx', startedElsewhere, server]
    const parent = spawn(process.execPath, node, { stdio: ['ignore', 'pipe', 'inherit'] })
    const [url] = await once(createInterface(parent.stdout), 'line')
    expect(await isListening(url)).toBe(true)
    parent.kill(signal)
    await expect.poll(() => isListening(url)).toBe(false)
  })
