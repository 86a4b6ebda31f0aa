import 'server-only'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  date,
  doublePrecision,
  index,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Input } from '@/lib/catalog/field'
import type { Job } from '@/lib/contract/jobs'
import { instant, linkColumns } from './link-columns'

/** A millionth of a dollar: prices go down to tenths of a cent, and sums have to be exact. */
const micros = (name: string) => bigint(name, { mode: 'number' })

/** What became of a submission. `lost`: its answer never came and no job of it can be found. */
const states = [
  'sending',
  'unknown',
  'lost',
  'accepted',
  'succeeded',
  'failed',
  'cancelled',
] as const

/** `reserved` until the job ends; everything but `no` counts against budgets. */
const charges = ['reserved', 'yes', 'no', 'unknown'] as const

/** One row per submission. */
export const submissions = pgTable(
  'submissions',
  {
    key: uuid('key').primaryKey(),
    /** `krea` or `sandbox`: play money never counts against dollars. */
    mode: text('mode', { enum: ['krea', 'sandbox'] }).notNull(),
    fingerprint: text('fingerprint').notNull(),
    visitor: text('visitor').notNull(),
    passId: uuid('pass_id'),
    model: text('model').notNull(),
    input: jsonb('input').$type<Input>().notNull(),
    micros: micros('micros').notNull(),
    /** Whether Krea publishes this price; otherwise it is the highest likely price. */
    exact: boolean('exact').notNull(),
    /** The UTC day whose budget pays. */
    day: date('day', { mode: 'string' }).notNull(),
    state: text('state', { enum: states }).notNull(),
    charged: text('charged', { enum: charges }).notNull(),
    /** The process that sends, which renews the lease while it lives. */
    instance: uuid('instance').notNull(),
    leaseUntil: instant('lease_until').notNull(),
    /** The POST was sent between these two moments, by the sender's clock. */
    sentFrom: instant('sent_from').notNull(),
    sentUntil: instant('sent_until'),
    /** The secret end of the address that Krea calls when the job ends. */
    hook: text('hook').notNull(),
    jobId: uuid('job_id'),
    /** As last seen: when accepted, then when ended. */
    job: jsonb('job').$type<Job>(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    unique('submissions_hook_key').on(table.hook),
    unique('submissions_job_id_key').on(table.jobId),
    check('submissions_micros_check', sql`${table.micros} >= 0`),
    index('submissions_day').on(table.mode, table.day),
    index('submissions_pass').on(table.passId).where(sql`${table.passId} is not null`),
    index('submissions_open')
      .on(table.mode, table.sentFrom)
      .where(sql`${table.state} in ('sending', 'unknown', 'accepted')`),
  ],
)

export type SubmissionRow = typeof submissions.$inferSelect

/** Links that let a guest spend so many dollars. */
export const passes = pgTable(
  'passes',
  {
    id: uuid('id').primaryKey(),
    ...linkColumns(),
    name: text('name').notNull(),
    micros: micros('micros').notNull(),
    /** `null`: every model. */
    models: jsonb('models').$type<string[]>(),
  },
  (table) => [
    unique('passes_secret_hash_key').on(table.secretHash),
    check('passes_micros_check', sql`${table.micros} >= 0`),
  ],
)

export type PassRow = typeof passes.$inferSelect

/** `dueAt`, in ms: when the subject's allowance will be whole again (GCRA). */
export const rateLimits = pgTable(
  'rate_limits',
  {
    subject: text('subject').primaryKey(),
    dueAt: doublePrecision('due_at').notNull(),
  },
  (table) => [index('rate_limits_due').on(table.dueAt)],
)

/** `at`, in ms. */
export const loginAttempts = pgTable(
  'password_tries',
  {
    who: text('who').notNull(),
    at: doublePrecision('at').notNull(),
  },
  (table) => [
    index('password_tries_who').on(table.who, table.at),
    index('password_tries_at').on(table.at),
  ],
)

/** Sessions ended before their time; forgotten when they would have ended by themselves. */
export const endedSessions = pgTable('ended_sessions', {
  id: uuid('id').primaryKey(),
  until: instant('until').notNull(),
})
