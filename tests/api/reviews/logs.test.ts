import { expect, test } from '@playwright/test'
import { newGuest } from '../../fixtures/reviews/guest'
import { newReview } from '../../fixtures/reviews/owner'
import { pictureWithMetadata } from '../../fixtures/reviews/pictures'
import { startCollector } from '../../fixtures/server/collector'
import { startPlayground } from '../../fixtures/server/playground'

test('no log line and no span holds a review’s link, its owner’s key or its guest’s cookie', async () => {
  const collector = await startCollector()
  const playground = await startPlayground({
    LOG_LEVEL: 'debug',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    OTEL_BSP_SCHEDULE_DELAY: '100',
  })
  const own = await newReview(playground.url)
  const picture = await own.add(await pictureWithMetadata(1))
  const guest = await newGuest(playground.url, own.secret)
  const comment = (await (await guest.comment(picture, 'Seen')).json()).comment.id
  const calls: [string, string, unknown?][] = [
    ['GET', ''],
    ['GET', `/pictures/${picture}?size=thumb`],
    ['GET', '/pictures/none'],
    ['PUT', `/pictures/${picture}/verdict`, { pick: true }],
    ['PUT', `/pictures/${picture}/verdict`, { pick: own.secret }],
    ['POST', '/pairs', { left: picture, right: picture, choice: 'left' }],
    ['POST', `/pictures/${picture}/comments`, { text: '' }],
    ['DELETE', `/pictures/${picture}/comments/${comment}`],
    ['PATCH', '/done'],
    ['POST', '/done'],
    ['GET', '/nowhere'],
  ]
  for (const [method, path, body] of calls) await guest.ask(method, path, body)
  await fetch(`${playground.url}/p/${own.secret}`, { method: 'POST' })
  await fetch(`${playground.url}/api/webhooks/${own.secret}`)
  const page = await fetch(`${playground.url}/r/${own.secret}`)
  expect(page.status).toBe(200)
  await fetch(`${playground.url}/r/${own.secret}/nowhere`)
  await own.ask('GET', '/results.csv')
  await own.ask('PATCH', '', { state: 'revoked' })
  expect((await guest.ask('GET')).status).toBe(410)
  await fetch(`${playground.url}/r/${own.secret}`)

  const names = () => collector.spans().map(({ name }) => name)
  await expect.poll(names).toContain('GET /r/[secret]')
  await playground.stop()
  await collector.stop()
  const said = playground.output() + collector.bodies.join()
  expect(said).toContain('"path":"/api/r/…/verdict"')
  const token = guest.cookie.split('=')[1]
  const secrets = { link: own.secret, key: own.manageKey, cookie: token }
  const found = Object.entries(secrets).filter(([, secret]) => said.includes(secret ?? ''))
  expect(found.map(([name]) => name)).toEqual([])
})
