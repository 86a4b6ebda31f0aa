import 'server-only'
import { ApiError, isApiError } from '@/lib/contract/errors'
import type { Check } from '@/lib/contract/owner-report'
import type { KreaClient } from '@/lib/krea/client'
import { formatMicros } from '@/lib/money'
import { budgetLimitsOf } from '../billing/budget-limits'
import type { Ledger } from '../db/connection'
import type { Env } from '../env'
import { findPicturePlace, howToSetPlace } from '../reviews/storage/picture-place'

/** Whether all is set up well; each with what to do where it is not. Shows no secret. */
export async function setupChecks(
  settings: Env,
  ledger: Ledger,
  client: KreaClient,
): Promise<Check[]> {
  return [
    ...(await checkKrea(settings, client)),
    checkAccess(settings),
    checkSessions(settings),
    checkBudget(settings),
    await checkLedger(settings, ledger),
    checkReviews(settings),
    checkHost(settings),
    checkHosts(settings),
    checkWebhooks(settings),
  ]
}

const good = (name: string, says: string): Check => ({ name, state: 'good', says, fix: null })
const attention = (name: string, says: string, fix: string): Check => ({
  name,
  state: 'attention',
  says,
  fix,
})
const bad = (name: string, says: string, fix: string): Check => ({ name, state: 'bad', says, fix })

/** One free read shows both whether Krea answers and whether it accepts the token. */
async function checkKrea(settings: Env, client: KreaClient): Promise<Check[]> {
  const address = 'Krea’s address'
  const token = 'Token'
  if (settings.mode === 'sandbox')
    return [
      good(address, 'The embedded sandbox: nothing is billed.'),
      attention(token, 'None is set.', 'Set KREA_API_TOKEN to make pictures with Krea.'),
    ]
  const { host } = new URL(client.baseUrl)
  const error = await client.listJobs({ limit: 1 }).then(() => null, asApiError)
  if (error === null) return [good(address, `${host} answers.`), good(token, 'Krea accepts it.')]
  if (error.code === 'krea_token_rejected')
    return [
      good(address, `${host} answers.`),
      bad(token, 'Krea refuses it.', 'Make a new one at krea.ai and set KREA_API_TOKEN.'),
    ]
  return [
    bad(address, `${host}: ${error.message}`, 'Check KREA_API_BASE_URL, or wait for Krea.'),
    attention(token, 'It could not be tried.', 'See the address above.'),
  ]
}

function asApiError(error: unknown): ApiError {
  return isApiError(error) ? error : new ApiError('internal')
}

function checkAccess({ token, password, isPublic, isProduction }: Env): Check {
  const name = 'Access'
  if (token === null) return good(name, 'Open: the sandbox costs nothing.')
  if (password !== null) return good(name, 'Anyone with the password can spend.')
  if (isPublic)
    return attention(
      name,
      'Whoever has the address may spend.',
      'Set PLAYGROUND_PASSWORD instead of PLAYGROUND_PUBLIC, or keep a budget.',
    )
  return isProduction
    ? bad(name, 'Nobody may spend yet.', 'Set PLAYGROUND_PASSWORD or PLAYGROUND_PUBLIC=1.')
    : good(name, 'Open, since this is the development server.')
}

function checkSessions({ sessionSecret, token }: Env): Check {
  const name = 'Sessions'
  return sessionSecret === null && token === null
    ? attention(
        name,
        'Their key lives as long as this process: a restart locks everyone out.',
        'Set SESSION_SECRET to 32 random characters or more.',
      )
    : good(name, 'Sessions survive restarts.')
}

function checkBudget(settings: Env): Check {
  const { day, visitor } = budgetLimitsOf(settings)
  const name = 'Budget'
  if (day !== null)
    return good(
      name,
      `${formatMicros(day)} a day${visitor === null ? '' : `, ${formatMicros(visitor)} a visitor`}.`,
    )
  if (visitor !== null)
    return attention(
      name,
      `${formatMicros(visitor)} a visitor and day; visitors without number.`,
      'Set BUDGET_USD_PER_DAY as well.',
    )
  return attention(name, 'There is no ceiling.', 'Set BUDGET_USD_PER_DAY, such as 5.')
}

async function checkLedger({ dataFolder }: Env, ledger: Ledger): Promise<Check> {
  const name = 'Ledger'
  const { storage, problem } = await ledger.status()
  switch (storage) {
    case 'closed':
      return bad(name, 'It cannot be read or written: nothing can be made.', problem ?? '')
    case 'postgres':
      return good(name, 'Postgres; for as many servers as you like.')
    case 'files':
      return good(name, `An embedded database in ${dataFolder}; for one server.`)
    case 'memory':
      return attention(
        name,
        `In memory: budgets and jobs are forgotten with the process. ${problem ?? ''}`.trim(),
        'Set DATABASE_URL to a Postgres, or DATA_DIR to a folder on a disk that stays.',
      )
    default:
      return storage satisfies never
  }
}

function checkReviews(settings: Env): Check {
  const name = 'Reviews'
  const place = findPicturePlace(settings)
  switch (place.kind) {
    case 'folder':
      return good(name, `Their pictures lie in ${place.folder}; for one server.`)
    case 's3':
      return good(name, `Their pictures lie in the bucket ${place.bucket}.`)
    case 'blob':
      return good(name, 'Their pictures lie in Vercel Blob.')
    case 'postgres':
      return good(name, 'Their pictures lie in the Postgres, since there is no disk.')
    case 'none':
      return attention(name, 'There is no place that lasts for their pictures.', howToSetPlace)
    default:
      return place satisfies never
  }
}

function checkHost({ isVercel }: Env): Check {
  const name = 'Time limit'
  return isVercel
    ? attention(
        name,
        'Vercel ends a request after its maximum duration; a submission may take 45 s.',
        'Give functions at least 60 s: Settings, Functions, Max Duration.',
      )
    : good(name, 'None (dedicated server).')
}

const checkHosts = ({ imageHosts }: Env): Check =>
  good('Picture hosts', `${imageHosts.join(', ')}, and Krea’s own address.`)

function checkWebhooks({ publicUrl }: Env): Check {
  const name = 'Webhooks'
  if (publicUrl === null)
    return attention(
      name,
      'If the page is closed, the job’s cost is settled at the next submission.',
      'Set PUBLIC_URL to the address of this playground as Krea can reach it.',
    )
  return publicUrl.startsWith('https:')
    ? good(name, `Krea tells ${new URL(publicUrl).host} when a job ends.`)
    : attention(name, 'PUBLIC_URL is not https.', 'Give it a certificate: Krea may refuse http.')
}
