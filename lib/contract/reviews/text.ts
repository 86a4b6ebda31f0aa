import * as z from 'zod/mini'

/** No database stores it. */
const hasNoNull = z.refine<string>((text) => !text.includes('\0'), 'A character is not allowed.')

/** Text, never markup. */
export const plainText = (max: number) => z.string().check(z.maxLength(max), hasNoNull)

/** Without blanks around it. */
export const trimmedText = (max: number) => z.string().check(z.trim(), z.maxLength(max), hasNoNull)
