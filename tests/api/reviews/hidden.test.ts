import { expect, test } from '@playwright/test'
import sharp from 'sharp'
import { openEvents } from '../../fixtures/reviews/event-reader'
import { newGuest } from '../../fixtures/reviews/guest'
import { newReview } from '../../fixtures/reviews/owner'
import { hiddenText, pictureWithMetadata } from '../../fixtures/reviews/pictures'
import { type Playground, startPlayground } from '../../fixtures/server/playground'

test.describe.configure({ mode: 'default' })

let playground: Playground
test.beforeAll(async () => {
  playground = await startPlayground({ RATE_LIMIT_PER_MINUTE: '1000' })
})
test.afterAll(() => playground.stop())

const meta = {
  label: 'label-of-the-owner',
  prompt: 'prompt-of-the-owner',
  model: 'model-of-the-owner',
  settings: { seed: 'setting-of-the-owner' },
  price: 0.123456,
}
const markers = [
  ...Object.values(meta)
    .map(String)
    .filter((text) => !text.startsWith('[')),
  'setting-of-the-owner',
]

const markersIn = (text: string) => markers.filter((marker) => text.includes(marker))

test('a guest gets what the options show, and not a byte more', async () => {
  const own = await newReview(playground.url)
  await own.add(await pictureWithMetadata(1), meta)
  const guest = await newGuest(playground.url, own.secret)
  const shownWith = async (options: object) => {
    await own.ask('PATCH', '', { options })
    return markersIn(await (await guest.ask('GET')).text())
  }
  expect(await shownWith({})).toEqual(['label-of-the-owner'])
  expect(await shownWith({ showPrompts: true })).toEqual([
    'label-of-the-owner',
    'prompt-of-the-owner',
  ])
  expect(await shownWith({ showSettings: true, showPrices: true })).toEqual(markers)
  expect(await shownWith({ blind: true, showPrompts: false })).toEqual([])
})

for (const format of ['png', 'jpeg', 'webp'] as const)
  test(`nothing that a ${format} says of itself reaches a guest in any size`, async () => {
    const own = await newReview(playground.url, { options: { downloads: true } })
    const bytes = await pictureWithMetadata(2, format, 3_000)
    expect(Buffer.from(bytes).toString('latin1')).toContain(hiddenText)
    const picture = await own.add(bytes)
    const guest = await newGuest(playground.url, own.secret)
    const types: (string | null)[] = []
    const widths: number[] = []
    for (const size of ['small', 'thumb', 'page', 'original']) {
      const answer = await guest.ask('GET', `/pictures/${picture}?size=${size}`)
      types.push(answer.headers.get('content-type'))
      expect(answer.headers.get('cache-control')).toContain('private')
      const shown = Buffer.from(await answer.arrayBuffer())
      widths.push((await sharp(shown).metadata()).width)
      const got = shown.toString('latin1')
      expect(got).not.toContain(hiddenText)
      expect(got).not.toContain('Exif')
    }
    expect(types).toEqual(['image/webp', 'image/webp', 'image/webp', `image/${format}`])
    expect(widths, 'the longest side').toEqual([360, 480, 2_048, 3_000])
  })

test('an original is only for those who may download it', async () => {
  const own = await newReview(playground.url)
  const picture = await own.add(await pictureWithMetadata(3))
  const guest = await newGuest(playground.url, own.secret)
  expect((await guest.ask('GET', `/pictures/${picture}?size=original`)).status).toBe(403)
})

test('the others’ verdicts are in no byte, ETag or event of a guest who is not done', async () => {
  const own = await newReview(playground.url, { options: { hideOthers: true } })
  const [first, second] = [
    await own.add(await pictureWithMetadata(4)),
    await own.add(await pictureWithMetadata(5)),
  ]
  const eve = await newGuest(playground.url, own.secret, 'Eve')
  const nobody = await newGuest(playground.url, own.secret, null)
  const lookOf = async ({ ask }: typeof eve) => {
    const answer = await ask('GET')
    return { etag: answer.headers.get('etag'), text: await answer.text() }
  }
  const before = [await lookOf(eve), await lookOf(nobody)]
  const events = await openEvents(playground.url, own.secret, { Cookie: eve.cookie })
  expect([(await events.next())?.name, (await events.next())?.name]).toEqual(['shown', 'changed'])

  const mallory = await newGuest(playground.url, own.secret, 'Mallory-of-the-others')
  await mallory.judge(first, { pick: true, rating: 5 })
  await mallory.ask('POST', '/pairs', { left: first, right: second, choice: 'left' })
  await mallory.comment(first, 'words-of-the-others')
  await mallory.ask('POST', '/done')
  expect([await lookOf(eve), await lookOf(nobody)]).toEqual(before)
  expect(before[0]?.text).not.toContain('others"')

  // Of all that, the next event is the presenter's, and its id counts nothing of the others.
  await own.ask('PATCH', '', { shown: second })
  const next = await events.next()
  expect(next).toMatchObject({
    name: 'shown',
    data: JSON.stringify({ pictureId: second, revision: 1 }),
  })
  expect(next?.id).toBe(`1.${before[0]?.etag?.slice(3, -1)}`)
  events.close()

  await eve.ask('POST', '/done')
  const after = await lookOf(eve)
  expect(after.text).toContain('words-of-the-others')
  expect(JSON.parse(after.text).results).toMatchObject([{ pictureId: first, picks: 1, rating: 5 }])
  expect((await lookOf(nobody)).text).not.toContain('others"')
})

test('blind, each guest gets an order by chance that stays', async () => {
  const own = await newReview(playground.url, { options: { blind: true } })
  for (let shade = 10; shade < 20; shade++) await own.add(await pictureWithMetadata(shade))
  const orderOf = async (name: string) => {
    const guest = await newGuest(playground.url, own.secret, name)
    const [once, again] = [await guest.view(), await guest.view()]
    expect(again.pictures).toEqual(once.pictures)
    return once.pictures.map(({ id }) => id).join()
  }
  expect(await orderOf('Ada')).not.toBe(await orderOf('Bob'))
})
