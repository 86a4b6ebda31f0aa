import { createServer } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { PGlite } from '@electric-sql/pglite'
import { expect, test } from '@playwright/test'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import pino from 'pino'
import sharp from 'sharp'
import * as z from 'zod'
import { ApiError } from '@/lib/contract/errors'
import { describeError } from '@/lib/server/describe-error'
import { quietConsole } from '@/lib/server/quiet-console'
import { failureOf } from '../../fixtures/failure-of'

const prompt = 'words-for-nobodys-eyes'

/** The line that the log writes for an error. */
function lineOf(error: unknown): string {
  const lines: string[] = []
  const log = pino(
    { base: null, serializers: { error: describeError } },
    { write: (text) => void lines.push(text) },
  )
  log.error({ error }, 'failed')
  return lines.join('')
}

const failing: Record<string, () => unknown> = {
  'a database': async () => {
    const client = await PGlite.create()
    const db = drizzle({ client })
    await db.execute(sql`select ${prompt}::int`).finally(() => client.close())
  },
  'a picture library': () => sharp(Buffer.from(prompt)).resize(8).toBuffer(),
  'the picture library with a file’s name': () => sharp(prompt).toBuffer(),
  'a fetch to an address that does not answer': () => fetch(`http://127.0.0.1:1/?q=${prompt}`),
  'a fetch to what is no address': () => fetch(`http://${prompt} ${prompt}`),
  'a header that cannot be sent': () => new Headers({ [`${prompt}\n`]: 'x' }),
  'an unpacker': () => gunzipSync(Buffer.from(prompt)),
  'a JSON parser': () => JSON.parse(`{"prompt": "${prompt}`),
  'a number parser': () => BigInt(prompt),
  'a schema': () =>
    z
      .object({ a: z.literal('b') })
      .strict()
      .parse({ [prompt]: prompt }),
  'a server': () => createServer().listen({ path: `/nowhere/${prompt}`, host: prompt, port: -1 }),
  'a message with lines that look like a stack': () => {
    throw new TypeError(`no\n    at ${prompt} (file.js:1:2)`)
  },
  'an error of ours that wraps one of theirs': () => {
    throw new ApiError('internal', `It says ${prompt}`, { cause: new Error(`${prompt} is bad`) })
  },
  'what is no error': () => {
    throw prompt
  },
}

for (const [name, work] of Object.entries(failing))
  test(`the log does not hold what was given to ${name}`, async () => {
    const line = lineOf(await failureOf(work))
    expect(line).toContain('"name":')
    expect(line).not.toContain(prompt)
  })

test('the log says what kind of failure it was, with its code and where it came from', async () => {
  const line = JSON.parse(lineOf(await failureOf(failing['a database'] ?? (() => null))))
  expect(line.error.cause.code).toBe('22P02')
  expect(line.error.stack[0]).toMatch(/^at /)
  const refused = lineOf(
    new ApiError('submit_unknown', '', { cause: new Error('Krea answered 500') }),
  )
  expect(refused).toContain('Krea answered 500')
})

test('errors that Next writes to the console are described, too; its own words stay', () => {
  const lines: unknown[][] = []
  const target = {
    error: (...values: unknown[]) => void lines.push(values),
    warn: (...values: unknown[]) => void lines.push(values),
  }
  quietConsole(target)
  target.error('⨯', new Error(`Failed query: select\nparams: ${prompt}`))
  target.warn('slow', 3)
  expect(JSON.stringify(lines)).not.toContain(prompt)
  expect(lines[0]).toEqual(['⨯', expect.stringContaining('"name":"Error"')])
  expect(lines[1]).toEqual(['slow', 3])
})
