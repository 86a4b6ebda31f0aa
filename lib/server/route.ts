import 'server-only'
import type { KreaClient } from '@/lib/krea/client'
import { requireAccess } from './access/gate'
import { newcomerCookie, type Principal, readPrincipal } from './access/principal'
import { createRoute } from './http/create-route'
import { createMethods } from './http/methods'
import { requireSameOrigin } from './http/origin'
import { type Services, services } from './services'

type Context = {
  principal: Principal
  services: Services
  /** Its calls are listed in the answer's `Server-Timing` header. */
  krea: KreaClient
}

/** Wraps every route: `route(contract, handler)`. */
export const route = createRoute<Context>({
  async authorize(request, access, onAttempt) {
    const shared = services()
    requireSameOrigin(request, shared.env.publicUrl)
    const principal = await readPrincipal(shared, request)
    await requireAccess(shared, request, principal, access)
    const krea = shared.krea.clientFor(request, onAttempt)
    return { principal, services: shared, krea }
  },
  identify: (request, { principal, services }) => newcomerCookie(services, request, principal),
})

/** What a file `route.ts` exports: `export const { DELETE, GET, PATCH, POST, PUT } = methods(…)`. */
export const methods = createMethods(route)
