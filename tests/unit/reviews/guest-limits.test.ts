import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { eq } from 'drizzle-orm'
import type { ReviewOptions } from '@/lib/contract/reviews/options'
import type { Pair } from '@/lib/contract/reviews/verdicts'
import { hashOf } from '@/lib/server/access/link'
import type { Database } from '@/lib/server/db/database'
import {
  reviewComments,
  reviewDevices,
  reviewGuests,
  reviewPictures,
  reviews,
} from '@/lib/server/db/review-tables'
import { createReview, secretOf } from '@/lib/server/reviews/create-review'
import { findReviewBySecret } from '@/lib/server/reviews/find-review'
import { addComment } from '@/lib/server/reviews/guests/comments'
import { readGuestView } from '@/lib/server/reviews/guests/guest-view'
import { addGuest } from '@/lib/server/reviews/guests/name-guest'
import { putPair } from '@/lib/server/reviews/guests/put-pair'
import { putVerdict } from '@/lib/server/reviews/guests/put-verdict'
import { readYou } from '@/lib/server/reviews/guests/you'
import { changeReview } from '@/lib/server/reviews/owner/change-review'
import { requireShared } from '@/lib/server/reviews/pictures/picture-response'
import { reservePicture } from '@/lib/server/reviews/pictures/reserve-picture'
import { tagOf } from '@/lib/server/reviews/revisions'
import { createSharedView } from '@/lib/server/reviews/shared-view'
import { newLedger } from '../../fixtures/server/ledger'

const now = Date.parse('2026-03-01T12:00:00Z')

let ledger: Awaited<ReturnType<typeof newLedger>>
test.beforeAll(async () => {
  ledger = await newLedger()
})
test.afterAll(() => ledger.close())

const newPicture = (reviewId: string, sha256: string) => ({
  reviewId,
  sha256,
  width: 1,
  height: 1,
  type: 'image/png',
  bytes: 1,
  meta: {},
})

async function addPictures(db: Database, reviewId: string, count = 4) {
  const rows = Array.from({ length: count }, (_, index) => ({
    ...newPicture(reviewId, `${index}`),
    id: randomUUID(),
    storageId: randomUUID(),
    createdAt: new Date(now),
    readyAt: new Date(now),
  }))
  await db.insert(reviewPictures).values(rows)
  return rows.map(({ id }) => id)
}

/** A review with four pictures and two guests. */
async function newReview(options: Partial<ReviewOptions> = {}) {
  const { db } = ledger
  const made = await createReview(db, { title: 'Mine', options }, 'visitor', now)
  const reviewId = made.review.id
  const [one = '', two = '', three = '', four = ''] = await addPictures(db, reviewId)
  const ada = (await addGuest(db, reviewId, 'Ada', now)).guest
  const ben = (await addGuest(db, reviewId, 'Ben', now)).guest
  const by = (guestId: string) => ({ reviewId, guestId, now })
  return { db, reviewId, pictures: [one, two, three, four] as const, ada, ben, by }
}

test('a pick beyond the limit is refused and changes nothing, and picks are counted under a lock', async () => {
  const { db, reviewId, pictures, ada, by } = await newReview({ maxPicks: 2 })
  const [one, two, three] = pictures
  const pick = (id: string, isPicked = true) => putVerdict(db, by(ada.id), id, { pick: isPicked })
  await pick(one)
  const before = ledger.queries.length
  expect(await pick(two)).toMatchObject({ picks: 2 })
  const sent = ledger.queries
    .slice(before)
    .filter((query) => /^update "review_guests"|count\(/.test(query))
  expect(sent[0]).toContain('update "review_guests"')
  expect(sent[1]).toContain('count(')
  await expect(pick(three)).rejects.toMatchObject({ code: 'pick_limit' })
  expect(await pick(two)).toMatchObject({ picks: 2 })
  await pick(one, false)
  expect(await pick(three)).toMatchObject({ picks: 2 })
  await changeReview(db, reviewId, { state: 'closed' }, now)
  await expect(pick(one)).rejects.toMatchObject({ code: 'review_closed' })
})

test('the others’ verdicts are hidden from a guest until that guest is done', async () => {
  const { db, reviewId, pictures, ada, ben, by } = await newReview({ hideOthers: true })
  const shared = createSharedView()
  const review = () => changeReview(db, reviewId, {}, now)
  const viewOf = async (guest: typeof ada) =>
    JSON.stringify(await readGuestView(shared, { db, review: await review(), guest }))
  await putVerdict(db, by(ben.id), pictures[0], { rating: 3 })
  expect(await viewOf(ada)).not.toContain('"results"')
  expect(await viewOf({ ...ada, doneAt: new Date(now) })).toContain('"results"')
})

test('an ETag is of one guest, and grows with what that guest may know alone', async () => {
  const { db, reviewId, pictures, ada, ben, by } = await newReview({ hideOthers: true })
  const review = () => changeReview(db, reviewId, { brief: 'The same' }, now)
  const before = await review()
  expect(tagOf(before, ada)).not.toBe(tagOf(before, ben))
  expect(tagOf(before, ada)).not.toBe(tagOf(before, null))
  expect(tagOf(before, { ...ada, revision: ada.revision + 1 })).not.toBe(tagOf(before, ada))
  await putVerdict(db, by(ben.id), pictures[0], { rating: 3 })
  const after = { ...(await review()), revision: before.revision }
  expect(tagOf(after, ada)).toBe(tagOf(before, ada))
  const done = { ...ada, doneAt: new Date(now) }
  expect(tagOf(after, done)).not.toBe(tagOf(before, done))
})

test('a revoked review is over for guests and for its owner’s changes, for good', async () => {
  const { db } = ledger
  const { review, manageKey } = await createReview(db, { title: 'Mine' }, 'visitor', now)
  const secret = secretOf(manageKey)
  expect((await findReviewBySecret(db, secret, now)).id).toBe(review.id)
  const guest = (await addGuest(db, review.id, 'Ada', now)).guest
  const [picture = ''] = await addPictures(db, review.id)
  await changeReview(db, review.id, { state: 'revoked' }, now)
  const ended = { code: 'review_ended' }
  await expect(findReviewBySecret(db, secret, now)).rejects.toMatchObject(ended)
  await expect(
    putVerdict(db, { reviewId: review.id, guestId: guest.id, now }, picture, { pick: true }),
  ).rejects.toMatchObject(ended)
  await expect(changeReview(db, review.id, { state: 'open' }, now)).rejects.toMatchObject(ended)
})

test('of a link, its owner’s key and a guest’s cookie only hashes are stored', async () => {
  const { db } = ledger
  const { review, manageKey } = await createReview(db, { title: 'Mine' }, 'visitor', now)
  const { guest, token } = await addGuest(db, review.id, 'Ada', now)
  const stored = JSON.stringify([
    await db.select().from(reviews).where(eq(reviews.id, review.id)),
    await db.select().from(reviewGuests).where(eq(reviewGuests.id, guest.id)),
    await db.select().from(reviewDevices).where(eq(reviewDevices.guestId, guest.id)),
  ])
  const secrets = [secretOf(manageKey), manageKey, token]
  expect(secrets.filter((secret) => stored.includes(secret))).toEqual([])
  expect(secrets.filter((secret) => !stored.includes(hashOf(secret)))).toEqual([])
})

test('a picture of one review is no picture of another', async () => {
  const mine = await newReview()
  const other = await newReview()
  const { db, by, ada } = mine
  const missing = { code: 'not_found' }
  const [foreign] = other.pictures
  await expect(putVerdict(db, by(ada.id), foreign, { pick: true })).rejects.toMatchObject(missing)
  const pair = { left: mine.pictures[0], right: foreign, choice: 'left' } as const
  await expect(putPair(db, by(ada.id), pair)).rejects.toMatchObject(missing)
  await expect(changeReview(db, mine.reviewId, { shown: foreign }, now)).rejects.toMatchObject(
    missing,
  )
  const rows = await db.select().from(reviewPictures)
  const own = rows.filter(({ reviewId }) => reviewId === mine.reviewId)
  expect(() => requireShared(own, { pictureId: foreign })).toThrow('There is no such picture')
  const [first] = mine.pictures
  expect(requireShared(own, { pictureId: first }).id).toBe(first)
})

test('a review takes 300 pictures and 1,000 guests, and not one more of either', async () => {
  const { db } = ledger
  const { review } = await createReview(db, { title: 'Mine' }, 'visitor', now)
  await addPictures(db, review.id, 299)
  const reserve = (sha256: string) =>
    reservePicture(db, newPicture(review.id, sha256), { maxBytes: 1_000, now })
  const { id } = await reserve('last')
  const tooLarge = (message: string) => ({ code: 'too_large', message })
  await expect(reserve('one more')).rejects.toMatchObject(
    tooLarge('A review takes at most 300 pictures.'),
  )
  expect((await reserve('last')).id).toBe(id)

  const at = new Date(now)
  const guests = Array.from({ length: 999 }, (_, index) => ({
    id: randomUUID(),
    reviewId: review.id,
    name: `Guest ${index}`,
    createdAt: at,
    seenAt: at,
  }))
  await db.insert(reviewGuests).values(guests)
  await addGuest(db, review.id, 'Ada', now)
  await expect(addGuest(db, review.id, 'Ben', now)).rejects.toMatchObject(
    tooLarge('A review takes at most 1000 guests.'),
  )
  const stored = await db.select().from(reviewGuests)
  expect(stored.filter(({ reviewId }) => reviewId === review.id)).toHaveLength(1_000)
})

test('a guest writes 300 comments, and not one more, while the others still may', async () => {
  const { db, pictures, ada, ben, by } = await newReview()
  const [picture] = pictures
  const rows = Array.from({ length: 299 }, (_, index) => ({
    id: randomUUID(),
    guestId: ada.id,
    pictureId: picture,
    text: `Comment ${index}`,
    createdAt: new Date(now),
  }))
  await db.insert(reviewComments).values(rows)
  const comment = (guestId: string) => addComment(db, by(guestId), picture, { text: 'Too dark' })
  await comment(ada.id)
  await expect(comment(ada.id)).rejects.toMatchObject({ code: 'too_large' })
  await comment(ben.id)
  const stored = await db.select().from(reviewComments)
  expect(stored.filter(({ guestId }) => guestId === ada.id)).toHaveLength(300)
})

test('whichever picture of a pair stood left, the one that was chosen is stored', async () => {
  const { db, pictures, ada, by } = await newReview()
  const [one, two] = pictures
  await putPair(db, by(ada.id), { left: one, right: two, choice: 'left' })
  expect((await readYou(db, ada)).pairs.map(chosenOf)).toEqual([one])
  await putPair(db, by(ada.id), { left: two, right: one, choice: 'left' })
  expect((await readYou(db, ada)).pairs.map(chosenOf)).toEqual([two])
})

const chosenOf = ({ left, right, choice }: Pair) =>
  ({ left, right, equal: null, neither: null })[choice]
