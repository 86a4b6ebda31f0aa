import { connect } from 'node:net'
import { expect, test } from '@playwright/test'
import { startPlayground } from '../../fixtures/server/playground'

const get = 'GET /api/health HTTP/1.1\r\nHost: localhost\r\n\r\n'
/** The server says when it has read so much of it. */
const halfPost =
  'POST /api/jobs HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n'

test('a server that is told to stop answers the connections it has, and then closes them', async () => {
  const { url, stop } = await startPlayground()
  const port = Number(new URL(url).port)
  const line = connect(port, 'localhost')
  let answers = ''
  line.on('data', (bytes) => {
    answers += bytes
  })
  line.write(halfPost)
  await expect.poll(() => answers).toMatch(/^HTTP\/1.1 100/)
  const stopped = stop()
  await expect.poll(() => isRefused(port)).toBe(true)
  line.write('{}')
  await expect.poll(() => answers).toMatch(/HTTP\/1.1 4\d\d/)
  line.write(get)
  await expect.poll(() => answers).toMatch(/\r\nConnection: close\r\n/i)
  await stopped
})

const isRefused = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = connect(port, 'localhost')
    probe.once('error', () => resolve(true))
    probe.once('connect', () => {
      probe.destroy()
      resolve(false)
    })
  })
