import * as z from 'zod/mini'
import { shownSchema } from './guest-view'

/**
 * The data of the server-sent events, by the name of each. `changed` says only that the view is to be read
 * again, and `ended` that there is no review anymore: the stream ends with it.
 */
export const reviewEvents = {
  shown: shownSchema,
  changed: z.object({}),
  ended: z.object({}),
}

export type ReviewEventName = keyof typeof reviewEvents
