import { isEnded } from '@/lib/contract/jobs'
import { requireOwnJob } from '@/lib/server/access/guest-pass'
import { permissionsOf } from '@/lib/server/access/principal'
import { readId } from '@/lib/server/http/ids'
import { refuse } from '@/lib/server/http/refuse'
import { json, route } from '@/lib/server/http/route'
import { cancelJob } from '@/lib/server/jobs/cancel'
import { kreaFor } from '@/lib/server/jobs/krea'
import { reads } from '@/lib/server/jobs/reads'

type Params = { id: string }

/** @throws ApiError `not_found`, for a guest also where the job is another's */
async function readOwnId(request: Request, { id }: Params): Promise<string> {
  const jobId = readId(id)
  await requireOwnJob(await permissionsOf(request), jobId)
  return jobId
}

export const GET = route<Params>(async ({ request, params }) => {
  const id = await readOwnId(request, params)
  const job = await reads().readOne(kreaFor(request), id)
  return json(
    { job },
    { headers: { 'Cache-Control': isEnded(job) ? 'private, max-age=60' : 'no-store' } },
  )
})

export const DELETE = route<Params>(async ({ request, params }) => ({
  job: await cancelJob(reads(), kreaFor(request), await readOwnId(request, params)),
}))

const other = refuse('GET, DELETE')

export { other as PATCH, other as POST, other as PUT }
