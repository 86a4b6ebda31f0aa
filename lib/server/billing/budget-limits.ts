import 'server-only'
import { toMicros } from '@/lib/money'
import { env } from '../env'
import type { Caps } from './budget'

/** The caps that the environment sets. */
export function capsOf({ dollarsPerDay, dollarsPerVisitorPerDay } = env()): Caps {
  return {
    day: dollarsPerDay === null ? null : toMicros(dollarsPerDay),
    visitor: dollarsPerVisitorPerDay === null ? null : toMicros(dollarsPerVisitorPerDay),
  }
}
