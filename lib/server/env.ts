import 'server-only'
import { pictureStoreOf } from './env/picture-store'
import { envSchema } from './env/schema'
import { traceExportOf } from './env/trace-export'

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
  const parsed = envSchema.safeParse(given)
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
    tracing: traceExportOf(env),
    isProduction: env.NODE_ENV === 'production',
  }
}

let known: Env | undefined

/** The environment of this process; checked at the start by `instrumentation.ts`. */
export function env(): Env {
  known ??= readEnv(process.env)
  return known
}
