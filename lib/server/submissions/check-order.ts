import 'server-only'
import type { Input } from '@/lib/catalog/field'
import { translateRetired } from '@/lib/catalog/retired'
import { ApiError } from '@/lib/contract/errors'
import type { ModelCatalog } from '../models/catalog'
import { requireWebhookUrl } from './webhook-url'

type Order = { model: string; input: Input; webhookUrl?: string }

/**
 * The model of an order, and its input in the model's current names.
 * @throws ApiError `unknown_model`, `invalid_input`, or `invalid_request` for the webhook
 */
export async function checkOrder(catalog: ModelCatalog, order: Order) {
  const model = await catalog.requireModel(order.model)
  const input = translateRetired(model, order.input)
  const fields = await catalog.check(model, input)
  if (fields.length > 0) throw new ApiError('invalid_input', undefined, { fields })
  const webhookUrl = order.webhookUrl && (await requireWebhookUrl(order.webhookUrl)).href
  return { model, input, webhookUrl }
}
