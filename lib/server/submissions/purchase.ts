import 'server-only'
import { randomBytes } from 'node:crypto'
import type { Input, Model } from '@/lib/catalog/field'
import type { Principal } from '../access/principal'
import { costOf } from '../billing/cost'
import type { Ledger } from '../db/connection'
import type { Env } from '../env'
import type { ModelCatalog } from '../models/catalog'
import type { Purchase } from './submission-store'
import { wellFormedInput } from './well-formed'

type Services = { env: Env; catalog: ModelCatalog; ledger: Ledger | null }

/** What a request buys, who pays, and its highest possible cost. */
export async function purchaseOf(
  { env, catalog }: Services,
  { visitorId, passId }: Principal,
  model: Model,
  input: Input,
): Promise<Purchase> {
  const { models } = await catalog.get()
  return {
    model: model.id,
    input: wellFormedInput(input),
    visitor: visitorId,
    passId,
    ...costOf(model, input, models, env.unknownPriceDollars),
    hook: randomBytes(24).toString('base64url'),
  }
}

/** The address for Krea to call when the job ends; `undefined` where Krea could not reach us. */
export function webhookUrlOf({ env, ledger }: Services, { hook }: Purchase): string | undefined {
  const isReachable = env.publicUrl !== null && env.mode === 'krea' && ledger !== null
  return isReachable ? `${env.publicUrl}/api/webhooks/${hook}` : undefined
}
