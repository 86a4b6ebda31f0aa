import { expect, test } from '@playwright/test'
import { newGuest } from '../../fixtures/reviews/guest'
import { newReview } from '../../fixtures/reviews/owner'
import { pictureWithMetadata } from '../../fixtures/reviews/pictures'
import { problemOf } from '../../fixtures/server/ask'
import { type Playground, startPlayground } from '../../fixtures/server/playground'

let playground: Playground
test.beforeAll(async () => {
  playground = await startPlayground({ RATE_LIMIT_PER_MINUTE: '1000' })
})
test.afterAll(() => playground.stop())

test('of fifty picks at once never one too many counts, and a refused one changes nothing', async () => {
  const own = await newReview(playground.url, { options: { maxPicks: 3 } })
  const pictures: string[] = []
  for (let shade = 0; shade < 10; shade++)
    pictures.push(await own.add(await pictureWithMetadata(shade)))
  const guest = await newGuest(playground.url, own.secret)
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      guest.judge(pictures[at % 10] ?? '', { pick: true, rating: 4 }),
    ),
  )
  const refused = answers.filter(({ status }) => status === 409)
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(15)
  expect(refused).toHaveLength(35)
  for (const answer of refused)
    expect(await problemOf(answer)).toMatchObject({ code: 'pick_limit' })
  const verdicts = Object.values((await guest.view()).you?.verdicts ?? {})
  expect(verdicts).toEqual(Array(3).fill({ pick: true, rating: 4 }))
  const picked = Object.keys((await guest.view()).you?.verdicts ?? {})[0] ?? ''
  expect(await (await guest.judge(picked, { pick: false })).json()).toMatchObject({ picks: 2 })
})
