import 'server-only'
import { defaultInput } from '../catalog/defaults'
import type { Input, Model } from '../catalog/field'
import { propertiesOf } from '../catalog/field'
import { translateRetired } from '../catalog/retired'
import { Refusal } from './answer'
import type { KnownModel, Models } from './models'

/** When Krea stopped documenting the old names. */
const sunset = '2026-06-19'

export type Submission = {
  known: KnownModel
  body: Input
  /** Set when anything in the request is of the past. */
  headers: Record<string, string>
  /** The size an old body asks for where today's model takes only a ratio. */
  size: Input
}

/**
 * Reads a submission in today's words: retired field names, and the path `image/krea-1`, whose
 * bodies get what the successor needs and lose what it lacks.
 * @returns null for a model nobody knows.
 * @throws Refusal 410 for one past its sunset.
 */
export function readSubmission(
  models: Models,
  id: string,
  sent: Input,
  now: number,
): Submission | null {
  const known = models.find(id)
  if (known) {
    refuseRetired(known.model, now)
    const body = translateRetired(known.model, sent)
    const usesRetiredNames = Object.keys(sent).some((name) => !(name in body))
    const retirement = known.model.retirement
    const headers = retirement
      ? deprecationHeaders(retirement.sunset ?? sunset)
      : usesRetiredNames
        ? deprecationHeaders(sunset)
        : {}
    return { known, body, headers, size: {} }
  }
  if (id !== 'image/krea-1' || !models.successor) return null
  const { model } = models.successor
  const names = new Set(model.fields.flatMap(propertiesOf))
  const { width, height, ...rest } = translateRetired(model, sent)
  const kept = Object.fromEntries(Object.entries(rest).filter(([name]) => names.has(name)))
  return {
    known: models.successor,
    body: { ...defaultInput(model), ...kept },
    headers: deprecationHeaders(sunset),
    size: { ...(width && { width }), ...(height && { height }) },
  }
}

function refuseRetired({ retirement }: Model, now: number): void {
  const { sunset: date, replacement } = retirement ?? {}
  if (!date || Date.parse(date) > now) return
  throw new Refusal(410, {
    error: 'model_unavailable',
    reason: 'deprecated',
    message: 'This model is no longer available.',
    sunset_date: date,
    ...(replacement && { replacement }),
  })
}

const deprecationHeaders = (date: string): Record<string, string> => ({
  deprecation: 'true',
  sunset: new Date(date).toUTCString(),
  link: '<https://docs.krea.ai/api-reference>; rel="deprecation"',
})
