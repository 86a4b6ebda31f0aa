/** Krea itself ends jobs after 2 hours at the latest. */
export const maxJobMs = 130 * 60_000
