import 'server-only'
import * as z from 'zod'

const text = z.string().optional()
const dollars = z.coerce.number('is not a number of dollars').nonnegative('is negative').optional()

const address = z
  .url({ protocol: /^https?$/, error: 'is not an http or https address', abort: true })
  .refine((value) => {
    const { username, password, search, hash } = new URL(value)
    return username + password + search + hash === ''
  }, 'holds a user, a query or a fragment')
  .transform((value) => value.replace(/\/+$/, ''))
  .optional()

/** Header-safe, so that no library quotes it in an error. */
const token = z
  .string()
  .regex(/^[\x21-\x7e]+$/, 'holds blanks or characters no token has')
  .optional()

const flag = z.enum(['0', '1'], 'is neither 0 nor 1').optional()

const hostPattern = /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/i

const schema = z.object({
  KREA_API_TOKEN: token,
  KREA_API_KEY: token,
  KREA_API_BASE_URL: address,
  KREA_IMAGE_HOSTS: z
    .string()
    .default('*.krea.ai')
    .transform((value) => value.split(/[\s,]+/).filter(Boolean))
    .refine((hosts) => hosts.every((host) => hostPattern.test(host)), {
      error: 'is not a list of hosts like *.krea.ai, images.example.com',
    }),
  SANDBOX_SPEED: z.coerce
    .number('is not a number')
    .positive('is not above 0')
    .max(10_000, 'is above 10000')
    .default(1),
  SANDBOX_RETIRED_NAMES: flag,
  SANDBOX_WITH_TOKEN: flag,
  PLAYGROUND_PASSWORD: text,
  PLAYGROUND_ADMIN_PASSWORD: text,
  SESSION_SECRET: z.string().min(32, 'is shorter than 32 characters').optional(),
  TRUST_PROXY: z.coerce
    .number('is not a number of proxies')
    .int('is not a whole number')
    .min(0, 'is negative')
    .max(10, 'is above 10')
    .optional(),
  PLAYGROUND_PUBLIC: flag,
  PUBLIC_URL: address,
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'is not a postgres:// address' })
    .optional(),
  BUDGET_USD_PER_DAY: dollars,
  BUDGET_USD_PER_VISITOR_PER_DAY: dollars,
  UNKNOWN_PRICE_USD: dollars,
  S3_BUCKET: text,
  S3_ENDPOINT: address,
  S3_REGION: text,
  AWS_ACCESS_KEY_ID: text,
  AWS_SECRET_ACCESS_KEY: text,
  BLOB_READ_WRITE_TOKEN: token,
  REVIEWS_MAX_GB: z.coerce
    .number('is not a number of gigabytes')
    .positive('is not above 0')
    .default(2),
  RATE_LIMIT_PER_MINUTE: z.coerce
    .number('is not a number')
    .int('is not a whole number')
    .positive('is not above 0')
    .default(30),
  LOG_LEVEL: z
    .enum(
      ['debug', 'info', 'warn', 'error', 'silent'],
      'is none of debug, info, warn, error, silent',
    )
    .default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: address,
  OTEL_EXPORTER_OTLP_HEADERS: z
    .string()
    .regex(/^([^%]|%[0-9a-f]{2})*$/i, 'is not encoded as in an address')
    .optional(),
  NODE_ENV: text,
  VERCEL: text,
  VERCEL_DEPLOYMENT_ID: text,
})

export type Env = ReturnType<typeof readEnv>

/** Whether requests go to Krea (or a server that speaks its protocol), or to the embedded sandbox. */
export type Mode = 'krea' | 'sandbox'

/**
 * The environment, read and checked. An empty value is an unset one.
 * @throws Error with one line that names the variable and never shows its value
 */
export function readEnv(source: Record<string, string | undefined>) {
  const given = Object.fromEntries(
    Object.entries(source).flatMap(([name, value]) => {
      const trimmed = value?.trim()
      return trimmed ? [[name, trimmed]] : []
    }),
  )
  const parsed = schema.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Error(`${String(issue?.path[0])} ${issue?.message}. See .env.example.`)
  }
  const env = parsed.data
  const token = env.KREA_API_TOKEN ?? env.KREA_API_KEY ?? null
  const mode: Mode = token === null && env.KREA_API_BASE_URL === undefined ? 'sandbox' : 'krea'
  return {
    token,
    mode,
    kreaBaseUrl: env.KREA_API_BASE_URL ?? 'https://api.krea.ai',
    imageHosts: env.KREA_IMAGE_HOSTS,
    sandboxSpeed: env.SANDBOX_SPEED,
    /** Whether the sandbox takes names and paths of Krea's older guides. */
    sandboxRetiredNames: env.SANDBOX_RETIRED_NAMES !== '0',
    /** Beside a real Krea strangers would upload to it. */
    isSandboxServed: token === null || env.SANDBOX_WITH_TOKEN === '1',
    /** Known to all functions of a deployment, which share no disk. */
    vercelDeployment: env.VERCEL_DEPLOYMENT_ID ?? null,
    password: env.PLAYGROUND_PASSWORD ?? null,
    adminPassword: env.PLAYGROUND_ADMIN_PASSWORD ?? null,
    sessionSecret: env.SESSION_SECRET ?? null,
    /** Vercel writes `X-Forwarded-For` itself, and drops what the visitor sent. */
    trustedProxies: env.TRUST_PROXY ?? (env.VERCEL === '1' ? 1 : 0),
    isVercel: env.VERCEL === '1',
    isPublic: env.PLAYGROUND_PUBLIC === '1',
    publicUrl: env.PUBLIC_URL ?? null,
    databaseUrl: env.DATABASE_URL ?? null,
    dataFolder: env.DATA_DIR,
    dollarsPerDay: env.BUDGET_USD_PER_DAY ?? null,
    dollarsPerVisitorPerDay: env.BUDGET_USD_PER_VISITOR_PER_DAY ?? null,
    unknownPriceDollars: env.UNKNOWN_PRICE_USD ?? null,
    pictureStore: pictureStoreOf(env),
    maxReviewBytes: env.REVIEWS_MAX_GB * 1_000_000_000,
    submissionsPerMinute: env.RATE_LIMIT_PER_MINUTE,
    logLevel: env.LOG_LEVEL,
    /** Where spans go, by the protocol OTLP/HTTP; `null`: none are made. */
    tracing: env.OTEL_EXPORTER_OTLP_ENDPOINT
      ? {
          url: `${env.OTEL_EXPORTER_OTLP_ENDPOINT}/v1/traces`,
          headers: readHeaders(env.OTEL_EXPORTER_OTLP_HEADERS ?? ''),
        }
      : null,
    isProduction: env.NODE_ENV === 'production',
  }
}

/** `name=value,other=value`, values encoded as in an address. */
const readHeaders = (text: string): Record<string, string> =>
  Object.fromEntries(
    text.split(',').flatMap((pair) => {
      const [, name, value] = /^\s*([^=\s]+)\s*=\s*(.*?)\s*$/.exec(pair) ?? []
      return name && value ? [[name, decodeURIComponent(value)]] : []
    }),
  )

/** Where reviews keep their pictures, as far as the environment says; `default`: a folder, or the database. */
export type PictureStore =
  | { kind: 'default' }
  | {
      kind: 's3'
      bucket: string
      endpoint: string
      region: string
      accessKeyId: string
      secretAccessKey: string
    }
  | { kind: 'blob'; token: string }

function pictureStoreOf(env: z.output<typeof schema>): PictureStore {
  const { S3_BUCKET: bucket, BLOB_READ_WRITE_TOKEN: token } = env
  if (bucket === undefined) return token ? { kind: 'blob', token } : { kind: 'default' }
  const region = env.S3_REGION ?? 'us-east-1'
  return {
    kind: 's3',
    bucket,
    endpoint: env.S3_ENDPOINT ?? `https://s3.${region}.amazonaws.com`,
    region,
    accessKeyId: required('AWS_ACCESS_KEY_ID', env.AWS_ACCESS_KEY_ID),
    secretAccessKey: required('AWS_SECRET_ACCESS_KEY', env.AWS_SECRET_ACCESS_KEY),
  }
}

function required(name: string, value: string | undefined): string {
  if (value !== undefined) return value
  throw new Error(`${name} is not set, and S3_BUCKET needs it. See .env.example.`)
}

let known: Env | undefined

/** The environment of this process; checked at the start by `instrumentation.ts`. */
export function env(): Env {
  known ??= readEnv(process.env)
  return known
}
