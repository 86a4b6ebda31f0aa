import { isEnded } from '@/lib/jobs'
import { cancelJob } from '@/lib/server/cancel'
import { requireOwnJob } from '@/lib/server/guest'
import { readId } from '@/lib/server/ids'
import { kreaFor } from '@/lib/server/krea'
import { reads } from '@/lib/server/reads'
import { refuse } from '@/lib/server/refuse'
import { json, route } from '@/lib/server/route'
import { rightsOf } from '@/lib/server/visitor'

type Params = { id: string }

/** @throws ApiError `not_found`, for a guest also where the job is another's */
async function readOwnId(request: Request, { id }: Params): Promise<string> {
  const jobId = readId(id)
  await requireOwnJob(await rightsOf(request), jobId)
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
