import 'server-only'

/** Runs work in a span. */
export type Trace = <T>(
  name: string,
  attributes: Record<string, number>,
  work: () => Promise<T>,
) => Promise<T>
