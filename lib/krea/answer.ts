import 'server-only'
import type * as z from 'zod'
import { type Purpose, unreadable } from './failure'
import { plainObject } from './json'
import type { Answer } from './request'

/** `{status: "cancelled"}`, or `{success, message: "Job cancelled"}`, as Krea words its deletions. */
export function saysCancelled(body: string): boolean {
  const answer = plainObject(parseJson(body))
  const words = [answer?.status, answer?.message].filter((word) => typeof word === 'string')
  return answer?.success !== false && words.some((word) => /^(job )?cancell?ed\b/i.test(word))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The server's own clock in ms; null where it does not tell the time. */
export function serverTime({ headers }: Answer): number | null {
  const time = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(time) ? null : time
}

/** @throws ApiError where the answer is no JSON, or not of this shape */
export function parse<T>(answer: Answer, schema: z.ZodType<T>, purpose: Purpose): T {
  let body: unknown
  try {
    body = JSON.parse(answer.body)
  } catch {
    throw unreadable(purpose, new Error(`Krea answered ${answer.status} with no JSON`))
  }
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw unreadable(purpose, parsed.error)
  return parsed.data
}
