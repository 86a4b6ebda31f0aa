import * as z from 'zod/mini'
import { createStored } from '../browser/stored'

const schema = z.object({
  /** How many jobs of this browser may be under way at Krea; the rest wait here. */
  mostUnderWay: z.catch(z.int().check(z.gte(1), z.lte(100)), 8),
  /** What to do when a job ends while no one looks. */
  notify: z.catch(z.boolean(), false),
  sound: z.catch(z.boolean(), false),
  /** Krea calls it when a job ends; empty for none. */
  webhookUrl: z.catch(z.string(), ''),
})

export type LiveSettings = z.infer<typeof schema>

/** What one click may ask for, so that no click waits at first; Krea was seen to take as many. */
export const liveSettings = createStored<LiveSettings>('live', schema, {
  mostUnderWay: 8,
  notify: false,
  sound: false,
  webhookUrl: '',
})

export const changeLiveSettings = (change: Partial<LiveSettings>): void =>
  liveSettings.write({ ...liveSettings.read(), ...change })
