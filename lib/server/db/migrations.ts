import 'server-only'

/**
 * What makes the tables, oldest first; never edit one that has been released, add another. They are
 * code and not files, so that every kind of build carries them. One statement each.
 */
export const migrations: readonly (readonly string[])[] = [
  [
    `create table submissions (
      key uuid primary key,
      mode text not null,
      fingerprint text not null,
      visitor text not null,
      pass_id uuid,
      model text not null,
      input jsonb not null,
      micros bigint not null check (micros >= 0),
      exact boolean not null,
      day date not null,
      state text not null,
      charged text not null,
      instance uuid not null,
      lease_until timestamptz not null,
      sent_from timestamptz not null,
      sent_until timestamptz,
      hook text not null unique,
      job_id uuid unique,
      job jsonb,
      ended_at timestamptz
    )`,
    `create index submissions_day on submissions (mode, day)`,
    `create index submissions_pass on submissions (pass_id) where pass_id is not null`,
    `create index submissions_open on submissions (mode, sent_from)
      where state in ('sending', 'unknown', 'accepted')`,
    `create table passes (
      id uuid primary key,
      name text not null,
      secret_hash text not null unique,
      micros bigint not null check (micros >= 0),
      models jsonb,
      created_at timestamptz not null,
      expires_at timestamptz,
      revoked_at timestamptz
    )`,
    `create table rate_limits (subject text primary key, due_at double precision not null)`,
    `create index rate_limits_due on rate_limits (due_at)`,
  ],
  [
    `create table password_tries (who text not null, at double precision not null)`,
    `create index password_tries_who on password_tries (who, at)`,
    `create index password_tries_at on password_tries (at)`,
    `create table ended_sessions (id uuid primary key, until timestamptz not null)`,
  ],
]
