import * as z from 'zod/mini'
import { trimmedText } from './text'

/** Names, sentences and questions are shown as text, never as markup. */
export const titleSchema = trimmedText(120).check(z.minLength(1))
export const briefSchema = trimmedText(4_000)
export const questionSchema = trimmedText(400)

/** What guests see and may do. */
const optionShape = {
  showPrompts: z.boolean(),
  showSettings: z.boolean(),
  showPrices: z.boolean(),
  /** Labels, models, settings and prices are hidden, and each guest gets an order by chance. */
  blind: z.boolean(),
  comments: z.boolean(),
  ratings: z.boolean(),
  picks: z.boolean(),
  /** How many pictures a guest may pick; `null`: any number. */
  maxPicks: z.nullable(z.int().check(z.gte(1), z.lte(300))),
  pairs: z.boolean(),
  /** A guest sees the others' verdicts and comments once he is done himself. */
  hideOthers: z.boolean(),
  downloads: z.boolean(),
  /** From this moment on there is no such review; `null`: until it is revoked. */
  endsAt: z.nullable(z.iso.datetime()),
  /** Which new pictures the owner's browser adds by itself. */
  live: z.enum(['off', 'starred', 'all']),
}

export const optionsSchema = z.object(optionShape)

export type ReviewOptions = z.infer<typeof optionsSchema>

/** Options as their owner sends them: what is absent stays. */
export const optionsChange = z.partial(z.strictObject(optionShape))

export const defaultOptions: ReviewOptions = {
  showPrompts: false,
  showSettings: false,
  showPrices: false,
  blind: false,
  comments: true,
  ratings: true,
  picks: true,
  maxPicks: null,
  pairs: true,
  hideOthers: false,
  downloads: false,
  endsAt: null,
  live: 'off',
}
