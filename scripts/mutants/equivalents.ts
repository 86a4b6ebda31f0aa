/** Generated changes that no test can notice, and why. */
export const equivalents: { file: string; find: string; replace: string; reason: string }[] = []
