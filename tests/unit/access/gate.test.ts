import { expect, test } from '@playwright/test'
import { requireAccess } from '@/lib/server/access/gate'
import { readEnv } from '@/lib/server/env'

const services = { env: readEnv({}), guests: { requirePass: async () => null } }
const visitor = {
  visitorId: 'v',
  isNewcomer: true,
  address: '',
  role: 'visitor',
  passId: null,
} as const

/** @param access JSON, so that a route can ask here as the types would not let it */
const ask = (access: string) =>
  requireAccess(services, new Request('http://localhost/'), visitor, JSON.parse(access))

test('a route that does not say who may call it is locked', async () => {
  await expect(ask('"open"')).resolves.toBeUndefined()
  await expect(ask('null')).rejects.toMatchObject({ code: 'locked' })
  await expect(ask('"nonsense"')).rejects.toMatchObject({ code: 'locked' })
})
