import 'server-only'
import * as z from 'zod'

/** The router's own header, which says what a page shows already. */
export const routerStateHeader = 'next-router-state-tree'

/**
 * What Next 16.4 writes for pages without dynamic segments, such as ours; it is documented nowhere. Next
 * answers 500 to anything else, so the header is dropped then: Next renders the whole page instead.
 */
const routerState: z.ZodType<unknown> = z.lazy(() =>
  z.tuple([
    z.string(),
    z.record(z.string(), routerState),
    z.tuple([z.string(), z.string()]).nullish(),
    z.enum(['refetch', 'inside-shared-layout', 'metadata-only']).nullish(),
    z.number().nullish(),
    z.string().optional(),
  ]),
)

/** Whether Next can read the header. */
export function isRouterState(header: string): boolean {
  try {
    return routerState.safeParse(JSON.parse(decodeURIComponent(header))).success
  } catch {
    // No JSON, or nested so deep that no stack suffices.
    return false
  }
}
