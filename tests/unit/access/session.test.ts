import { expect, test } from '@playwright/test'
import { SignJWT, UnsecuredJWT } from 'jose'
import { createSessions, lifetimes } from '@/lib/server/access/session'

const secrets = { base: 'a-base-that-nobody-guesses', password: 'one', adminPassword: 'two' }
const start = Date.UTC(2026, 9, 9)
const at = (ms: number) => createSessions(secrets, () => start + ms)

test('a session is read back as what it was signed for, by another process too', async () => {
  const token = await at(0).sign('pass', 'pass-1', 60)
  expect(await at(0).verify('pass', token)).toEqual({ id: expect.any(String), subject: 'pass-1' })
})

test('a session ends with its time', async () => {
  const token = await at(0).sign('unlocked', 'me', 60)
  expect(await at(59_000).verify('unlocked', token)).not.toBeNull()
  expect(await at(61_000).verify('unlocked', token)).toBeNull()
})

test('the owner stays for twelve hours, others for thirty days and more', () => {
  const days = Object.entries(lifetimes).map(([kind, seconds]) => [kind, seconds / 86_400])
  expect(Object.fromEntries(days)).toEqual({ visitor: 365, unlocked: 30, owner: 0.5, pass: 90 })
})

test('a session of one kind is none of another', async () => {
  const token = await at(0).sign('visitor', 'me', 60)
  for (const kind of ['unlocked', 'owner', 'pass'] as const)
    expect(await at(0).verify(kind, token)).toBeNull()
})

test('a session that was ended stays ended, others go on', async () => {
  const sessions = at(0)
  const [ended, other] = [
    await sessions.sign('unlocked', 'me', 60),
    await sessions.sign('unlocked', 'me', 60),
  ]
  const session = await sessions.verify('unlocked', ended)
  expect(session).not.toBeNull()
  await sessions.revoke(session ?? { id: '', subject: '' })
  expect(await sessions.verify('unlocked', ended)).toBeNull()
  expect(await sessions.verify('unlocked', other)).not.toBeNull()
})

for (const [changed, survivors] of [
  [{ password: 'new' }, ['visitor', 'owner', 'pass']],
  [{ password: null }, ['visitor', 'owner', 'pass']],
  [{ adminPassword: 'new' }, ['visitor', 'unlocked', 'pass']],
  [{ base: 'new' }, []],
] as const)
  test(`after ${JSON.stringify(changed)} these sessions go on: ${survivors.join() || 'none'}`, async () => {
    const after = createSessions({ ...secrets, ...changed }, () => start)
    const kinds = ['visitor', 'unlocked', 'owner', 'pass'] as const
    const read = await Promise.all(
      kinds.map(async (kind) => after.verify(kind, await at(0).sign(kind, 'me', 60))),
    )
    expect(kinds.filter((_, index) => read[index] !== null)).toEqual([...survivors])
  })

test('a visitor cannot try passwords against a signature', async () => {
  const other = createSessions({ ...secrets, password: 'x', adminPassword: 'y' }, () => start)
  expect(await other.verify('visitor', await at(0).sign('visitor', 'me', 60))).not.toBeNull()
})

test('what is forged is no session', async () => {
  const claims = { iss: 'krea-playground', aud: 'owner', sub: 'me', jti: 'x' }
  const exp = Math.floor(start / 1_000) + 60
  const real = await at(0).sign('owner', 'me', 60)
  const [head = '', , signature = ''] = real.split('.')
  const body = Buffer.from(JSON.stringify({ ...claims, exp })).toString('base64url')
  const forgeries = [
    '',
    'x',
    'a.b.c',
    new UnsecuredJWT({ ...claims, exp }).encode(),
    await new SignJWT({ ...claims, exp })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new Uint8Array(32)),
    `${head}.${body}.${signature}`,
    `${head}.${body}.`,
    real.slice(0, -4),
  ]
  for (const forgery of forgeries) expect(await at(0).verify('owner', forgery)).toBeNull()
  expect(await at(0).verify('owner', real)).not.toBeNull()
})
