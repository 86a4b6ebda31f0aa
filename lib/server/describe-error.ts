import 'server-only'
import { isApiError } from '@/lib/contract/errors'

/** An error without its words: libraries quote what they were given, and that may be a prompt. */
export type DescribedError = {
  name: string
  code?: string
  /** Of a database: names of ours, never values. */
  table?: string
  constraint?: string
  says?: string
  stack?: string[]
  cause?: DescribedError
}

const maxDepth = 4
const maxFrames = 12
const plainName = /^[\w$]{1,60}$/

/** Sentences that are the same whatever was sent, or hold a number. */
const knownSentences = [
  /^Krea answered \d{3}( with no JSON)?$/,
  /^no ledger is kept$/,
  /^The answer does not fit its contract$/,
]

/** For the log: what kind of error it is and where it came from. */
export function describeError(thrown: unknown, depth = 0): DescribedError {
  if (!(thrown instanceof Error)) return { name: typeof thrown }
  const { name, message, cause } = thrown
  const described: DescribedError = { name: plain(name) ?? 'Error' }
  const code = plainMember(thrown, 'code')
  if (code) described.code = code
  const table = plainMember(thrown, 'table_name') ?? plainMember(thrown, 'table')
  if (table) described.table = table
  const constraint = plainMember(thrown, 'constraint_name') ?? plainMember(thrown, 'constraint')
  if (constraint) described.constraint = constraint
  if (knownSentences.some((known) => known.test(message))) described.says = message
  else if (!isApiError(thrown)) described.stack = framesOf(thrown)
  if (cause !== undefined && depth < maxDepth) described.cause = describeError(cause, depth + 1)
  return described
}

const plain = (value: unknown): string | undefined =>
  typeof value === 'string' && plainName.test(value) ? value : undefined

const plainMember = (error: Error, name: string): string | undefined =>
  name in error ? plain(Object.getOwnPropertyDescriptor(error, name)?.value) : undefined

/** The lines below the message, which itself may have lines that look like these. */
function framesOf({ stack = '', message }: Error): string[] {
  const end = stack.indexOf(message)
  if (end < 0) return []
  return stack
    .slice(end + message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at [^'"`]*$/.test(line))
    .slice(0, maxFrames)
}
