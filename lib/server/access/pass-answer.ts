import 'server-only'
import type { Pass } from '@/lib/contract/passes'
import { toDollars } from '@/lib/money'
import { linkStateOf } from './link'
import type { UsedPass } from './passes'

/** A pass as its owner sees it. */
export function passAnswer(pass: UsedPass, now: number): Pass {
  return {
    id: pass.id,
    name: pass.name,
    dollars: toDollars(pass.micros),
    spent: toDollars(pass.spent),
    jobs: pass.jobs,
    models: pass.models,
    createdAt: pass.createdAt.toISOString(),
    expiresAt: pass.expiresAt?.toISOString() ?? null,
    state: stateOf(pass, now),
  }
}

function stateOf(pass: UsedPass, now: number): Pass['state'] {
  const state = linkStateOf(pass, now)
  if (state !== 'open') return state
  return pass.spent < pass.micros ? 'open' : 'spent'
}
