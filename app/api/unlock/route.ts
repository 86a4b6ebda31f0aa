import { lock, unlock } from '@/lib/contract/sign-in'
import { isLocked, lockedError } from '@/lib/server/access/gate'
import { requirePassword } from '@/lib/server/access/password'
import { endSession, startSession } from '@/lib/server/access/session-cookies'
import { jsonAnswer } from '@/lib/server/http/answer'
import { methods, route } from '@/lib/server/route'

const open = route(unlock, async (call) => {
  const { env, sessions } = call.services
  if (!isLocked(env)) return { body: { locked: false } }
  if (env.password === null) throw lockedError(env)
  await requirePassword(call, env.password)
  const cookie = await startSession(sessions, call.request, 'unlocked')
  return { body: { locked: false }, headers: { 'Set-Cookie': cookie } }
})

const close = route(lock, async ({ request, services: { env, sessions } }) => {
  const response = jsonAnswer({ locked: isLocked(env) })
  for (const kind of ['unlocked', 'owner', 'pass'] as const)
    response.headers.append('Set-Cookie', await endSession(sessions, request, kind))
  return response
})

export const { DELETE, GET, PATCH, POST, PUT } = methods(open, close)
