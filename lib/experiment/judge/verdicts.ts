import * as z from 'zod/mini'
import type { Comparison } from './ranking'

/** Of two pictures, the one that fits better, as a person saw them. */
export const pairVerdictSchema = z.object({
  /** Keys of cells. */
  left: z.string(),
  right: z.string(),
  choice: z.enum(['left', 'right', 'equal', 'neither']),
  /** In ms since 1970. */
  at: z.number(),
})

/** What a person said of one picture by itself. */
export const cellVerdictSchema = z.object({
  kept: z.nullable(z.boolean()),
  rating: z.nullable(z.int().check(z.gte(1), z.lte(5))),
})

export const verdictsSchema = z.object({
  pairs: z._default(z.array(pairVerdictSchema), []),
  /** By the cell's key. */
  cells: z._default(z.record(z.string(), cellVerdictSchema), {}),
})

export type PairVerdict = z.infer<typeof pairVerdictSchema>
export type CellVerdict = z.infer<typeof cellVerdictSchema>
export type Verdicts = z.infer<typeof verdictsSchema>

export const noVerdicts: Verdicts = { pairs: [], cells: {} }

/**
 * Judgements of pictures as judgements of items that stand for them (the picture itself, or its value
 * on an axis). “Equal” is half a win for each; “neither” says nothing about which is better.
 */
export function comparisonsOf(
  pairs: PairVerdict[],
  itemOf: (cellKey: string) => string | undefined,
): Comparison[] {
  return pairs.flatMap(({ left, right, choice }) => {
    const [a, b] = [itemOf(left), itemOf(right)]
    if (a === undefined || b === undefined || a === b || choice === 'neither') return []
    return [{ left: a, right: b, share: shares[choice] }]
  })
}

const shares = { left: 1, right: 0, equal: 0.5 } as const
