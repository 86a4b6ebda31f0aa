import 'server-only'
import { request } from 'node:https'
import { publicLookup } from '../pictures/public-fetch'
import { requireWebhookUrl } from '../submissions/webhook-url'

const timeoutMs = 10_000

/**
 * POSTs JSON to an address of the open internet, once. Of the answer nothing is read.
 * @throws ApiError for an address that we may not reach, Error for one that cannot be reached
 */
export async function postToWebhook(address: string, body: string): Promise<void> {
  const url = await requireWebhookUrl(address)
  const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) }
  const options = { method: 'POST', headers, lookup: publicLookup, timeout: timeoutMs }
  await new Promise<void>((resolve, reject) => {
    const sent = request(url, options, (answer) => {
      answer.resume().on('end', resolve).on('error', reject)
    })
    sent.on('timeout', () => sent.destroy(new Error('the webhook does not answer')))
    sent.on('error', reject).end(body)
  })
}
