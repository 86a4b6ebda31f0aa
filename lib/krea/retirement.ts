import 'server-only'
import type { Retirement } from '../catalog/field'

/**
 * Reads the end of a model from the headers of an answer: `Deprecation: true`, `Sunset: <date>`.
 * A day in the past is about something else in the request, else there were no answer.
 * Source: RFC 8594, RFC 9745
 */
export function announcedRetirement(headers: Headers, now: number): Retirement | null {
  const sunset = Date.parse(headers.get('sunset') ?? '')
  if (Number.isNaN(sunset)) {
    const deprecated = headers.get('deprecation') ?? 'false'
    return deprecated === 'false' ? null : { sunset: null, replacement: null }
  }
  const day = new Date(sunset).toISOString().slice(0, 10)
  return sunset < now ? null : { sunset: day, replacement: null }
}
