import 'server-only'
import { limitSubjects, type Principal } from '../access/principal'

/** For whom jobs are read. */
export type Asker = {
  /** Askers take turns. */
  name: string
  limitedBy: string[]
  /** Whether nobody waits for the answer any more. */
  isGone: () => boolean
}

/** Without a cookie each request comes from another visitor: then the address takes turns. */
export const askerOf = (principal: Principal, { signal }: Request): Asker => ({
  name: limitSubjects(principal).at(-1) ?? '',
  limitedBy: limitSubjects(principal),
  isGone: () => signal.aborted,
})
