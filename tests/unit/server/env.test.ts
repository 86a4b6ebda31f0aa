import { expect, test } from '@playwright/test'
import { isLocked } from '@/lib/server/access/gate'
import { readEnv } from '@/lib/server/env'

test('an empty environment is the sandbox with the defaults', () => {
  expect(readEnv({})).toMatchObject({
    token: null,
    mode: 'sandbox',
    kreaBaseUrl: 'https://api.krea.ai',
    imageHosts: ['*.krea.ai'],
    sandboxSpeed: 1,
    sandboxRetiredNames: true,
    isSandboxServed: true,
    submissionsPerMinute: 30,
    isPublic: false,
    trustedProxies: 0,
    dataFolder: '.data',
    maxReviewBytes: 2_000_000_000,
    logLevel: 'info',
  })
})

test('an empty value is an unset one, and blanks around a value do not count', () => {
  expect(readEnv({ KREA_API_TOKEN: ' ', SANDBOX_SPEED: '', KREA_API_KEY: ' a:b\n' })).toMatchObject(
    {
      token: 'a:b',
      sandboxSpeed: 1,
    },
  )
})

test('KREA_API_TOKEN comes before its other name', () => {
  expect(readEnv({ KREA_API_KEY: 'other', KREA_API_TOKEN: 'one' }).token).toBe('one')
})

test('lists, addresses and numbers are read', () => {
  expect(
    readEnv({
      KREA_API_BASE_URL: 'http://127.0.0.1:4000/sandbox/',
      KREA_IMAGE_HOSTS: '*.krea.ai, cdn.example.com',
      SANDBOX_SPEED: '20',
      BUDGET_USD_PER_DAY: '1.50',
    }),
  ).toMatchObject({
    mode: 'krea',
    kreaBaseUrl: 'http://127.0.0.1:4000/sandbox',
    imageHosts: ['*.krea.ai', 'cdn.example.com'],
    sandboxSpeed: 20,
    dollarsPerDay: 1.5,
  })
})

for (const [name, value, key, expected] of [
  ['PLAYGROUND_PASSWORD', 'open sesame', 'password', 'open sesame'],
  ['PLAYGROUND_ADMIN_PASSWORD', 'the owner', 'adminPassword', 'the owner'],
  ['SESSION_SECRET', 's'.repeat(32), 'sessionSecret', 's'.repeat(32)],
  ['TRUST_PROXY', '2', 'trustedProxies', 2],
  ['VERCEL', '1', 'trustedProxies', 1],
  ['VERCEL', '1', 'isVercel', true],
  ['PLAYGROUND_PUBLIC', '1', 'isPublic', true],
  ['PUBLIC_URL', 'https://example.com/krea/', 'publicUrl', 'https://example.com/krea'],
  ['DATABASE_URL', 'postgres://localhost/krea', 'databaseUrl', 'postgres://localhost/krea'],
  ['DATA_DIR', '/var/krea', 'dataFolder', '/var/krea'],
  ['BUDGET_USD_PER_DAY', '20', 'dollarsPerDay', 20],
  ['BUDGET_USD_PER_VISITOR_PER_DAY', '0.5', 'dollarsPerVisitorPerDay', 0.5],
  ['UNKNOWN_PRICE_USD', '0.2', 'unknownPriceDollars', 0.2],
  ['RATE_LIMIT_PER_MINUTE', '7', 'submissionsPerMinute', 7],
  ['REVIEWS_MAX_GB', '0.5', 'maxReviewBytes', 500_000_000],
  ['BLOB_READ_WRITE_TOKEN', 'blob-token', 'pictureStore', { kind: 'blob', token: 'blob-token' }],
  ['LOG_LEVEL', 'silent', 'logLevel', 'silent'],
  ['NODE_ENV', 'production', 'isProduction', true],
] as const)
  test(`${name}=${value} is read as ${key}`, () => {
    expect(readEnv({})[key]).not.toEqual(expected)
    expect(readEnv({ [name]: value })[key]).toEqual(expected)
  })

test('how many proxies are trusted is the setting’s to say, on Vercel too', () => {
  expect(readEnv({ VERCEL: '1', TRUST_PROXY: '0' }).trustedProxies).toBe(0)
})

for (const [name, value] of [
  ['KREA_API_TOKEN', 'two words'],
  ['KREA_API_TOKEN', 'naïve'],
  ['KREA_API_BASE_URL', 'api.krea.ai'],
  ['KREA_API_BASE_URL', 'https://user:pass@api.krea.ai'],
  ['KREA_API_BASE_URL', 'https://api.krea.ai/?a=b'],
  ['KREA_IMAGE_HOSTS', 'https://krea.ai'],
  ['KREA_IMAGE_HOSTS', '*'],
  ['SANDBOX_SPEED', '0'],
  ['SANDBOX_SPEED', 'NaN'],
  ['SANDBOX_RETIRED_NAMES', 'no'],
  ['SANDBOX_WITH_TOKEN', 'true'],
  ['RATE_LIMIT_PER_MINUTE', '1.5'],
  ['BUDGET_USD_PER_DAY', '-1'],
  ['DATABASE_URL', 'mysql://localhost'],
  ['PLAYGROUND_PUBLIC', 'true'],
  ['SESSION_SECRET', 's'.repeat(31)],
  ['TRUST_PROXY', '11'],
  ['REVIEWS_MAX_GB', '0'],
  ['S3_ENDPOINT', 's3.example.com'],
] as const)
  test(`${name}=${value} is refused in one line that names it`, () => {
    expect(() => readEnv({ [name]: value })).toThrow(new RegExp(`^${name} [^\n]+$`))
  })

test('a bucket needs its keys, and goes before Vercel Blob', () => {
  const bucket = { S3_BUCKET: 'b', AWS_ACCESS_KEY_ID: 'id', BLOB_READ_WRITE_TOKEN: 'blob-token' }
  expect(() => readEnv(bucket)).toThrow(/^AWS_SECRET_ACCESS_KEY is not set, and S3_BUCKET needs it/)
  expect(
    readEnv({ ...bucket, AWS_SECRET_ACCESS_KEY: 'key', S3_REGION: 'auto' }).pictureStore,
  ).toEqual({
    kind: 's3',
    bucket: 'b',
    endpoint: 'https://s3.auto.amazonaws.com',
    region: 'auto',
    accessKeyId: 'id',
    secretAccessKey: 'key',
  })
})

test('in production nothing is spent until the environment says who may', () => {
  const production = { NODE_ENV: 'production', KREA_API_TOKEN: 'a:b' }
  expect(isLocked(readEnv(production))).toBe(true)
  expect(isLocked(readEnv({ ...production, PLAYGROUND_PASSWORD: 'x' }))).toBe(true)
  expect(isLocked(readEnv({ ...production, PLAYGROUND_PUBLIC: '0' }))).toBe(true)
  expect(isLocked(readEnv({ ...production, PLAYGROUND_PUBLIC: '1' }))).toBe(false)
  expect(isLocked(readEnv({ ...production, NODE_ENV: 'development' }))).toBe(false)
  expect(isLocked(readEnv({ NODE_ENV: 'production' }))).toBe(false)
})

test('beside a token the sandbox is off unless it is asked for', () => {
  const served = (env: Record<string, string>) => readEnv(env).isSandboxServed
  expect(served({})).toBe(true)
  expect(served({ KREA_API_TOKEN: 'a' })).toBe(false)
  expect(served({ KREA_API_TOKEN: 'a', SANDBOX_WITH_TOKEN: '1' })).toBe(true)
})
