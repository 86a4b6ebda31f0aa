import 'server-only'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { ReviewOptions } from '@/lib/contract/reviews/options'
import type { PictureMeta } from '@/lib/contract/reviews/picture'
import { instant, linkColumns } from './link-columns'

const revision = (name: string) => integer(name).notNull().default(0)

/** Pictures that guests judge by a link. */
export const reviews = pgTable(
  'reviews',
  {
    id: uuid('id').primaryKey(),
    ...linkColumns(),
    /** Of the key that makes any browser the owner. */
    manageHash: text('manage_hash').notNull(),
    /** The visitor who made it. */
    owner: text('owner').notNull(),
    title: text('title').notNull(),
    brief: text('brief').notNull(),
    question: text('question').notNull(),
    /** `endsAt` is the link's `expires_at`. */
    options: jsonb('options').$type<Omit<ReviewOptions, 'endsAt'>>().notNull(),
    isClosed: boolean('is_closed').notNull().default(false),
    shownPictureId: uuid('shown_picture_id'),
    shownRevision: revision('shown_revision'),
    /** Grows with what every guest sees: texts, options, pictures. */
    revision: revision('revision'),
    /** Grows with verdicts and comments, which may be hidden from other guests. */
    verdictRevision: revision('verdict_revision'),
    /** When the pictures of an ended review were deleted. */
    clearedAt: instant('cleared_at'),
  },
  (table) => [
    unique('reviews_secret_hash_key').on(table.secretHash),
    index('reviews_owner').on(table.owner, table.createdAt),
    index('reviews_uncleared').on(table.expiresAt).where(sql`${table.clearedAt} is null`),
  ],
)

export type ReviewRow = typeof reviews.$inferSelect

const reviewId = () =>
  uuid('review_id')
    .notNull()
    .references(() => reviews.id, { onDelete: 'cascade' })

export const reviewPictures = pgTable(
  'review_pictures',
  {
    id: uuid('id').primaryKey(),
    reviewId: reviewId(),
    /** Where its bytes are; nobody else knows it. */
    storageId: uuid('storage_id').notNull(),
    sha256: text('sha256').notNull(),
    width: integer('width').notNull(),
    height: integer('height').notNull(),
    /** Media type of the original. */
    type: text('type').notNull(),
    /** Of all its sizes together. */
    bytes: bigint('bytes', { mode: 'number' }).notNull(),
    meta: jsonb('meta').$type<PictureMeta>().notNull(),
    createdAt: instant('created_at').notNull(),
    /** `null` while its bytes are on their way: such a picture counts against limits, and is not shown. */
    readyAt: instant('ready_at'),
  },
  (table) => [
    unique('review_pictures_sha256_key').on(table.reviewId, table.sha256),
    index('review_pictures_unready').on(table.createdAt).where(sql`${table.readyAt} is null`),
  ],
)

export type ReviewPictureRow = typeof reviewPictures.$inferSelect

const pictureId = (name = 'picture_id') =>
  uuid(name)
    .notNull()
    .references(() => reviewPictures.id, { onDelete: 'cascade' })

export const reviewGuests = pgTable(
  'review_guests',
  {
    id: uuid('id').primaryKey(),
    reviewId: reviewId(),
    name: text('name').notNull(),
    createdAt: instant('created_at').notNull(),
    seenAt: instant('seen_at').notNull(),
    doneAt: instant('done_at'),
    /** Grows with what this guest does. */
    revision: revision('revision'),
  },
  (table) => [index('review_guests_review').on(table.reviewId)],
)

export type ReviewGuestRow = typeof reviewGuests.$inferSelect

const guestId = () =>
  uuid('guest_id')
    .notNull()
    .references(() => reviewGuests.id, { onDelete: 'cascade' })

/** The browsers of a guest, by the hash of what their cookie holds. */
export const reviewDevices = pgTable(
  'review_devices',
  {
    tokenHash: text('token_hash').primaryKey(),
    guestId: guestId(),
  },
  (table) => [index('review_devices_guest').on(table.guestId)],
)

export const reviewVerdicts = pgTable(
  'review_verdicts',
  {
    guestId: guestId(),
    pictureId: pictureId(),
    pick: boolean('pick').notNull(),
    rating: integer('rating'),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.guestId, table.pictureId] }),
    index('review_verdicts_picture').on(table.pictureId),
  ],
)

/** One row a guest and pair: `first` is the lower of both ids. */
export const reviewPairs = pgTable(
  'review_pairs',
  {
    guestId: guestId(),
    first: pictureId('first_id'),
    second: pictureId('second_id'),
    choice: text('choice', { enum: ['first', 'second', 'equal', 'neither'] }).notNull(),
    at: instant('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.guestId, table.first, table.second] }),
    index('review_pairs_first').on(table.first),
    index('review_pairs_second').on(table.second),
  ],
)

export const reviewComments = pgTable(
  'review_comments',
  {
    id: uuid('id').primaryKey(),
    guestId: guestId(),
    pictureId: pictureId(),
    text: text('text').notNull(),
    /** Where it points, in parts of the picture; both or none. */
    x: doublePrecision('x'),
    y: doublePrecision('y'),
    createdAt: instant('created_at').notNull(),
    answer: text('answer'),
    resolvedAt: instant('resolved_at'),
  },
  (table) => [
    index('review_comments_guest').on(table.guestId),
    index('review_comments_picture').on(table.pictureId),
  ],
)

export type ReviewCommentRow = typeof reviewComments.$inferSelect

const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
})

/** The pictures' bytes, where there is no other place for them. */
export const reviewBytes = pgTable('review_bytes', {
  key: text('key').primaryKey(),
  bytes: bytea('bytes').notNull(),
})
