import 'server-only'
import type * as z from 'zod'
import { type Detail, Refusal } from '../http/answer'

/**
 * The refusal of a body, in Krea's words. A wrong shape inside a list was seen to be a 422, all
 * else is a 400.
 */
export function refusalOf(issues: z.core.$ZodIssue[]): Refusal {
  const isShape = ({ code, path }: z.core.$ZodIssue) =>
    code === 'invalid_type' && path.some((step) => typeof step === 'number')
  const body = { error: 'Invalid request body', details: issues.flatMap(detailsOf) }
  return new Refusal(issues.some(isShape) ? 422 : 400, body)
}

function detailsOf(issue: z.core.$ZodIssue): Detail[] {
  const at = issue.path.map(String)
  if (issue.code !== 'unrecognized_keys')
    return [{ path: at.join('.'), message: krea(issue.message) }]
  return issue.keys.map((key) => ({ path: [...at, key].join('.'), message: 'Unknown field' }))
}

const wordings: [zod4: RegExp, zod3: string][] = [
  [/^Invalid input: expected .+, received undefined$/, 'Required'],
  [/^Invalid input: expected (.+), received (.+)$/, 'Expected $1, received $2'],
  [/^Invalid option: expected one of (.+)$/, 'Invalid enum value. Expected $1'],
  [/^Too big: expected number to be <=(.+)$/, 'Number must be less than or equal to $1'],
  [/^Too small: expected number to be >=(.+)$/, 'Number must be greater than or equal to $1'],
  [
    /^Too big: expected string to have <=(\d+) characters$/,
    'String must contain at most $1 character(s)',
  ],
  [
    /^Too small: expected string to have >=(\d+) characters$/,
    'String must contain at least $1 character(s)',
  ],
  [/^Too big: expected array to have <=(\d+) items$/, 'Array must contain at most $1 element(s)'],
  [
    /^Too small: expected array to have >=(\d+) items$/,
    'Array must contain at least $1 element(s)',
  ],
  [/^Invalid URL$/, 'Invalid url'],
]

/** Krea's server checks with zod 3: its sentences were seen, such as "Expected object, received string". */
function krea(message: string): string {
  const [pattern, wording] = wordings.find(([zod4]) => zod4.test(message)) ?? [/$^/, '']
  return message.replace(pattern, wording)
}
