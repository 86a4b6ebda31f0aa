import * as z from 'zod/mini'
import { createStored } from '../browser/stored'

const schema = z.object({
  /** At most so many jobs of this browser are in flight at Krea; the rest wait here. The name is stored data. */
  mostUnderWay: z.catch(z.int().check(z.gte(1), z.lte(100)), 8),
  /** Show a notification when a job ends while the page is hidden. */
  notify: z.catch(z.boolean(), false),
  sound: z.catch(z.boolean(), false),
  /** Krea calls this address when a job ends; empty for none. */
  webhookUrl: z.catch(z.string(), ''),
})

export type JobSettings = z.infer<typeof schema>

/** One click may ask for 8 pictures, and Krea was seen to take as many at once. */
export const jobSettings = createStored<JobSettings>('live', schema, {
  mostUnderWay: 8,
  notify: false,
  sound: false,
  webhookUrl: '',
})

export const changeJobSettings = (change: Partial<JobSettings>): void =>
  jobSettings.write({ ...jobSettings.read(), ...change })
