import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Input, Model } from '@/lib/catalog/field'
import { guestPassId } from '../access/guest-pass'
import { visitorOf } from '../access/principal'
import { costOf } from '../billing/cost'
import { ledgerIfOn } from '../db/connection'
import { env } from '../env'
import { modeOf } from '../jobs/krea'
import { getCatalog } from '../models/catalog'
import type { Purchase } from './store'

/** What this request buys, who pays, and the most it may cost. */
export async function purchaseOf(request: Request, model: Model, input: Input): Promise<Purchase> {
  const [{ models }, visitor] = await Promise.all([getCatalog(), visitorOf(request)])
  return {
    model: model.id,
    input,
    visitor: visitor.visitorId,
    passId: guestPassId(visitor),
    ...costOf(model, input, models, env().unknownPriceDollars),
    hook: randomBytes(24).toString('base64url'),
  }
}

/** Where Krea is to call when the job ends; `undefined` where it could not reach us. */
export function webhookUrlOf({ hook }: Purchase): string | undefined {
  const { publicUrl } = env()
  const reachable = publicUrl !== null && modeOf() === 'krea' && ledgerIfOn() !== null
  return reachable ? `${publicUrl}/api/webhooks/${hook}` : undefined
}
