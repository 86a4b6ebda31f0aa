import 'server-only'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import { ApiError } from '@/lib/contract/errors'
import { readJson } from '../http/body'
import { addressOf } from '../http/client-address'
import { requireLoginAttempt } from './login-attempts'

const bodySchema = z.object({ password: z.string().max(1_000) })

/**
 * Takes a body of `{password}` and goes on only with the right one. Every try counts, right or wrong.
 * @throws ApiError `rate_limited`, `invalid_request`, `wrong_password`
 */
export async function requirePassword(request: Request, right: string): Promise<void> {
  await requireLoginAttempt(`${new URL(request.url).pathname} ${addressOf(request)}`)
  const { password } = await readJson(request, bodySchema)
  if (!isSame(password, right)) throw new ApiError('wrong_password', 'That password is not right.')
}

/** Hashed first: the comparison takes as long whatever the length and wherever they differ. */
export function isSame(one: string, other: string, compare = timingSafeEqual): boolean {
  const key = randomBytes(32)
  const digest = (text: string) => createHmac('sha256', key).update(text).digest()
  return compare(digest(one), digest(other))
}
