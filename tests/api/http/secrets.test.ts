import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { echo, startKrea } from '../../fixtures/krea/krea-server'
import { picture, uploadOf } from '../../fixtures/picture'
import { postJob } from '../../fixtures/server/ask'
import { startPlayground } from '../../fixtures/server/playground'

const secret = 'zq7-s3cr3t-of-this-test-8842'
const token = `0b0e0c0d-0000-4000-8000-000000000000:${secret}`
const password = 'open-sesame-of-this-test-5513'

test('the token is in no answer, header, page, asset or log line, even when Krea echoes it', async () => {
  const krea = await startKrea()
  const playground = await startPlayground({
    KREA_API_BASE_URL: krea.url,
    KREA_API_TOKEN: token,
    PLAYGROUND_PUBLIC: '1',
    PLAYGROUND_ADMIN_PASSWORD: password,
    LOG_LEVEL: 'debug',
  })
  const { job_id } = krea.addJob({ status: 'failed', error: `why? ${token}` })
  const get = (path: string) => fetch(playground.url + path)
  const everyRoute = async () => [
    await get('/'),
    await get('/api/health'),
    await get('/api/models'),
    await postJob(playground.url),
    await get(`/api/jobs/${job_id}`),
    await get(`/api/jobs?ids=${job_id}`),
    await fetch(`${playground.url}/api/jobs/${job_id}`, { method: 'DELETE' }),
    await fetch(`${playground.url}/api/assets`, uploadOf(await picture())),
    await get('/api/styles?q=x'),
    await get(`/api/images?url=${krea.url}/a.png`),
    await get(`/api/nothing/${job_id}`),
  ]
  const answers = []
  for (const status of [400, 401, 500, 200]) {
    krea.fault(/./, echo(status), 30)
    answers.push(...(await everyRoute()))
  }
  const texts = await Promise.all(
    answers.map(async (one) => JSON.stringify([...one.headers]) + (await one.text())),
  )
  await playground.stop()
  await krea.stop()

  expect(
    krea.seen.filter(({ headers }) => headers.authorization === `Bearer ${token}`),
  ).not.toEqual([])
  expect(playground.output()).toContain('"path":"/api/jobs"')
  for (const text of [...texts, playground.output(), ...(await builtFiles())]) {
    expect(text).not.toContain(secret)
    expect(text).not.toContain(password)
  }
})

test('no prompt is in a log line', async () => {
  const krea = await startKrea()
  const playground = await startPlayground({ KREA_API_BASE_URL: krea.url, LOG_LEVEL: 'debug' })
  const prompt = 'a-prompt-for-nobodys-eyes'
  krea.fault(/^POST/, echo(400))
  await postJob(playground.url, { body: { model: 'image/bfl/flux-1-dev', input: { prompt } } })
  await fetch(`${playground.url}/api/jobs?q=${prompt}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
    body: `{"prompt": "${prompt}`,
  })
  await playground.stop()
  await krea.stop()
  expect(playground.output()).toContain('"code":"invalid_request"')
  expect(playground.output()).not.toContain(prompt)
})

async function builtFiles(): Promise<string[]> {
  const root = '.next/static'
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  expect(files).not.toEqual([])
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'latin1')))
}
