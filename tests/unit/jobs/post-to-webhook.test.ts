import { expect, test } from '@playwright/test'
import { postToWebhook } from '@/lib/server/jobs/post-to-webhook'

for (const address of [
  'https://127.0.0.1/',
  'https://10.0.0.1/hook',
  'https://[::1]/',
  'https://169.254.169.254/latest/meta-data',
  'https://localhost/',
  'http://93.184.216.34/',
  'https://93.184.216.34:8443/',
])
  test(`a webhook at ${address} is never called`, async () => {
    await expect(postToWebhook(address, '{}')).rejects.toMatchObject({ code: 'invalid_request' })
  })
