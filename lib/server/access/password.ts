import 'server-only'
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { ApiError } from '@/lib/contract/errors'
import { type LoginAttempts, loginLimits, requireLoginAttempt } from './login-attempts'
import type { Principal } from './principal'

type Login = {
  request: Request
  principal: Principal
  services: { loginAttempts: LoginAttempts[] }
  body: () => Promise<{ password: string }>
}

/**
 * Goes on only with the right password. Every attempt counts, right or wrong, before its body is read.
 * @throws ApiError `rate_limited`, `invalid_request`, `wrong_password`
 */
export async function requirePassword(login: Login, right: string): Promise<void> {
  const { request, principal, services, body } = login
  const limits = loginLimits(new URL(request.url).pathname, principal.address)
  await requireLoginAttempt(services.loginAttempts, limits)
  const { password } = await body()
  if (!isSame(password, right)) throw new ApiError('wrong_password', 'Wrong password.')
}

/** Hashed first: the comparison takes as long whatever the length and wherever they differ. */
export function isSame(one: string, other: string, compare = timingSafeEqual): boolean {
  const key = randomBytes(32)
  const digest = (text: string) => createHmac('sha256', key).update(text).digest()
  return compare(digest(one), digest(other))
}
