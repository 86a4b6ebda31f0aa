import { ApiError } from '@/lib/contract/errors'
import { signInOwner, signOutOwner } from '@/lib/contract/sign-in'
import { requirePassword } from '@/lib/server/access/password'
import { endSession, startSession } from '@/lib/server/access/session-cookies'
import { methods, route } from '@/lib/server/route'

const signIn = route(signInOwner, async (call) => {
  const { env, sessions } = call.services
  if (env.adminPassword === null)
    throw new ApiError('locked', 'There is no owner until PLAYGROUND_ADMIN_PASSWORD is set.')
  await requirePassword(call, env.adminPassword)
  const cookie = await startSession(sessions, call.request, 'owner')
  return { body: { owner: true }, headers: { 'Set-Cookie': cookie } }
})

const signOut = route(signOutOwner, async ({ request, services: { sessions } }) => ({
  body: { owner: false },
  headers: { 'Set-Cookie': await endSession(sessions, request, 'owner') },
}))

export const { DELETE, GET, PATCH, POST, PUT } = methods(signIn, signOut)
