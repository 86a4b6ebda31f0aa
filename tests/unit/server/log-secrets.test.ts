import { createServer, type Server } from 'node:http'
import { text } from 'node:stream/consumers'
import { gunzipSync } from 'node:zlib'
import {
  BasicTracerProvider,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base'
import { expect, test } from '@playwright/test'
import { OTLPHttpJsonTraceExporter } from '@vercel/otel'
import { downloadZip } from 'client-zip'
import { sql } from 'drizzle-orm'
import { importJWK, jwtVerify, SignJWT } from 'jose'
import sharp from 'sharp'
import { openPostgres } from '@/lib/server/db/open-postgres'
import { withoutSecret } from '@/lib/server/http/log-request'
import { createLog } from '@/lib/server/log'
import { quietConsole } from '@/lib/server/quiet-console'
import { createPictureStorage } from '@/lib/server/reviews/storage/picture-storage'
import { failureOf } from '../../fixtures/failure-of'
import { freePort } from '../../fixtures/server/free-port'
import { newLedger, purchase, storeOf, submissionAt } from '../../fixtures/server/ledger'
import { startRefusingDatabase } from '../../fixtures/server/refusing-database'

/** What a log line must never hold; each can be told from any text of a library's own. */
const planted = {
  prompt: 'a-lighthouse-for-nobodys-eyes',
  visitor: '203.0.113.77',
  token: 'planted-id:planted-token-of-this-test',
  password: 'planted-password-of-this-test',
}
const secrets = [...Object.values(planted), 'planted-token-of-this-test']
const everything = Object.values(planted).join(' ')
const bytes = Buffer.from(everything)

/** Answers everything with 403 and the words that it was sent. */
let echo: { server: Server; url: string }
test.beforeAll(async () => {
  const port = await freePort()
  const server = createServer(async (request, response) => {
    const heard = `${request.url} ${JSON.stringify(request.headers)} ${await text(request)}`
    response.writeHead(403, everything.slice(0, 29)).end(`<Error>${heard} ${everything}</Error>`)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  echo = { server, url: `http://127.0.0.1:${port}` }
})
test.afterAll(() => new Promise((resolve) => echo.server.close(resolve)))

const nowhere = 'http://127.0.0.1:1'
const authorized = { Authorization: `Bearer ${planted.token}`, 'X-Forwarded-For': planted.visitor }
const picture = { original: bytes, page: bytes, thumb: bytes, small: bytes }

const s3At = (endpoint: string) =>
  createPictureStorage(
    () => ({
      kind: 's3',
      bucket: 'reviews',
      endpoint,
      region: 'auto',
      accessKeyId: planted.prompt,
      secretAccessKey: planted.password,
    }),
    () => Promise.reject(new Error(everything)),
  )

const failing: Record<string, () => unknown> = {
  'PGlite, at a value': async () => {
    const { db, close } = await newLedger()
    await db.execute(sql`select ${everything}::int`).finally(close)
  },
  'PGlite, at a value that is there already': async () => {
    const { db, close } = await newLedger()
    await db.execute(sql`create table once (word text primary key)`)
    const insert = sql`insert into once values (${everything}), (${everything})`
    await db.execute(insert).finally(close)
  },
  'the ledger, closed under a purchase': async () => {
    const { db, close } = await newLedger()
    await close()
    const { prompt, visitor } = planted
    await storeOf(db, () => 0).claim(
      planted.prompt,
      submissionAt(0),
      purchase({ input: { prompt }, visitor }),
    )
  },
  'postgres, not there': () =>
    openPostgres(`postgres://${planted.prompt}:${planted.password}@127.0.0.1:1/x`).db.execute(
      sql`select ${everything}`,
    ),
  'postgres, which refuses': async () => {
    const database = await startRefusingDatabase(everything)
    const url = `postgres://${planted.prompt}:${planted.password}@127.0.0.1:${database.port}/x`
    const { db, close } = openPostgres(url)
    await db.execute(sql`select ${everything}`).finally(() => close().then(database.stop))
  },
  'sharp, at bytes': () => sharp(bytes).resize(8).toBuffer(),
  'sharp, at a drawing': () =>
    sharp(Buffer.from(`<svg width="8" height="8"><${planted.prompt}="${everything}`)).toBuffer(),
  'sharp, at a file': () => sharp(`/nowhere/${everything}`).toBuffer(),
  'fetch, refused': () => fetch(`${nowhere}/${everything}`, { headers: authorized, method: 'PUT' }),
  'fetch, at an address': () => fetch(`https://${planted.password}@ ${everything}`),
  'fetch, at a header': () =>
    fetch(nowhere, { headers: { Authorization: `${planted.token}\n\0` } }),
  'fetch, at an answer’s JSON': async () =>
    (await fetch(`${echo.url}/${everything}`, { headers: authorized })).json(),
  'zip, at an entry': () => {
    const input = new ReadableStream({ start: (entry) => entry.error(new Error(everything)) })
    return downloadZip([{ name: everything, input }]).text()
  },
  unzip: () => gunzipSync(bytes),
  'S3, not there': () => s3At(nowhere).write(planted.prompt, picture),
  'S3, which refuses': () => s3At(echo.url).write(planted.prompt, picture),
  'S3, which refuses a read': () => s3At(echo.url).read(planted.prompt, 'page'),
  'a folder that is a file': () =>
    createPictureStorage(
      () => ({ kind: 'folder', folder: `/dev/null/${planted.prompt}` }),
      () => Promise.reject(new Error(everything)),
    ).write(planted.prompt, picture),
  'jose, at a token': () => jwtVerify(everything, new TextEncoder().encode(planted.password)),
  'jose, at a claim': async () => {
    const key = new TextEncoder().encode(planted.password)
    const signed = await new SignJWT({ everything })
      .setProtectedHeader({ alg: 'HS256', kid: planted.token })
      .setSubject(planted.visitor)
      .sign(key)
    await jwtVerify(signed, key, { audience: planted.password })
  },
  'jose, at a key': () => importJWK({ kty: planted.password, k: planted.token }, planted.prompt),
  'the exporter of spans': () =>
    new Promise((_, reject) => {
      const url = `${nowhere}/${everything}`
      const exporter = new OTLPHttpJsonTraceExporter({ url, headers: authorized })
      const onEnd = (span: ReadableSpan) =>
        exporter.export([span], ({ error }) => reject(error ?? new Error('it was sent')))
      const processor = new SimpleSpanProcessor(exporter)
      processor.onEnd = onEnd
      const tracer = new BasicTracerProvider({ spanProcessors: [processor] }).getTracer('a tracer')
      tracer.startSpan(everything).end()
    }),
}

for (const [name, work] of Object.entries(failing))
  test(`no prompt, visitor or secret is logged when this fails: ${name}`, async () => {
    const error = await failureOf(work)
    const lines: string[] = []
    const log = createLog(
      { logLevel: 'debug', token: planted.token },
      { write: (line) => void lines.push(line) },
    )
    log.error({ error }, 'it failed')
    log.warn({ err: error }, 'it failed')
    const write = (...values: unknown[]) => void lines.push(values.map(String).join(' '))
    const target = { error: write, warn: write }
    quietConsole(target)
    target.error('⨯', error)
    expect(error).toBeInstanceOf(Error)
    expect(String(error)).not.toContain('it was sent')
    expect(lines).toHaveLength(3)
    for (const secret of secrets) expect(lines.join('')).not.toContain(secret)
  })

const paths = {
  '/api/r/a-secret': '/api/r/…',
  '/api/r/a-secret/pictures/1/verdict': '/api/r/…/pictures/1/verdict',
  '/r/a-secret/nowhere': '/r/…/nowhere',
  '/p/a-secret': '/p/…',
  '/krea/p/a-secret': '/krea/p/…',
  '/api/webhooks/a-secret': '/api/webhooks/…',
  '/api/reviews/1/pictures': '/api/reviews/1/pictures',
}

for (const [path, logged] of Object.entries(paths))
  test(`${path} is logged as ${logged}`, () => {
    expect(withoutSecret(path)).toBe(logged)
  })
