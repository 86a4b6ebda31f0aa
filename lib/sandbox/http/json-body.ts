import 'server-only'
import * as z from 'zod'
import type { Input } from '../../catalog/field'
import type { Context } from '../context'
import { invalid } from './answer'
import { rethrowRefusal, withBody } from './body'

/** Prompts and addresses need no more. */
const limits = { maxBytes: 2 ** 20, tooLarge: 'The body is too large' }

/** @throws Refusal 400 for anything but a JSON object that is sent as such. */
export async function readJsonBody({ uploads }: Context, request: Request): Promise<Input> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw invalid('Content-Type must be application/json')
  const malformed = invalid('The body must be a JSON object')
  const body: unknown = await withBody(request, uploads, limits, (read) => read.json()).catch(
    (error) => rethrowRefusal(error, malformed),
  )
  const parsed = z.record(z.string(), z.json()).safeParse(body)
  if (!parsed.success) throw malformed
  // A copy by assignment would drop it unseen.
  if (Object.hasOwn(Object(body), '__proto__'))
    throw invalid('Invalid request body', [{ path: '__proto__', message: 'Unknown field' }])
  return parsed.data
}
