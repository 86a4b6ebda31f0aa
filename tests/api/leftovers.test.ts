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

for (const server of ['playground', 'postgres'])
  test(`a ${server} ends when the process that started it is killed`, async () => {
    test.skip(server === 'postgres' && !postgresPrograms(), 'no Postgres on this machine')
    const node = ['--conditions=react-server', '--import=tsx', startedElsewhere, server]
    const parent = spawn(process.execPath, node, { stdio: ['ignore', 'pipe', 'inherit'] })
    const [url] = await once(createInterface(parent.stdout), 'line')
    expect(await isListening(url)).toBe(true)
    parent.kill('SIGKILL')
    await expect.poll(() => isListening(url)).toBe(false)
  })
