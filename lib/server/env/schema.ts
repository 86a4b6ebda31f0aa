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

/** The variables of `.env.example`, each with what is wrong when it is refused. */
export const envSchema = z.object({
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

export type EnvVariables = z.output<typeof envSchema>
