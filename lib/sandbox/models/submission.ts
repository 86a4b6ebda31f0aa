import 'server-only'
import { defaultInput } from '../../catalog/defaults'
import type { Input, Model } from '../../catalog/field'
import { propertiesOf } from '../../catalog/field'
import { translateRetired } from '../../catalog/retired'
import type { Context } from '../context'
import { Refusal } from '../http/answer'
import type { KnownModel } from './models'

/** When Krea stopped documenting the retired names. */
const sunset = '2026-06-19'

export type Submission = {
  known: KnownModel
  body: Input
  /** Set when anything in the request is retired. */
  headers: Record<string, string>
  /** The size an old body asks for where today's model takes only a ratio. */
  size: Input
}

/**
 * Reads a submission in today's names. Retired ones, and the path `image/krea-1`, whose bodies get what
 * the successor needs and lose what it lacks, are accepted where the context says so.
 * @returns null for a model nobody knows.
 * @throws Refusal 410 for one past its sunset.
 */
export function readSubmission(
  { models, retiredNames, now }: Pick<Context, 'models' | 'retiredNames' | 'now'>,
  id: string,
  sent: Input,
): Submission | null {
  const known = models.find(id)
  if (known) {
    refuseRetired(known.model, now())
    const body = retiredNames ? translateRetired(known.model, sent) : sent
    const usesRetiredNames = Object.keys(sent).some((name) => !Object.hasOwn(body, name))
    const { retirement } = known.model
    const headers = retirement
      ? deprecationHeaders(retirement.sunset ?? sunset)
      : usesRetiredNames
        ? deprecationHeaders(sunset)
        : {}
    return { known, body, headers, size: {} }
  }
  if (id !== 'image/krea-1' || !models.successor) return null
  if (!retiredNames) throw gone(sunset, models.successor.model.id)
  return asSuccessor(models.successor, sent)
}

function asSuccessor(known: KnownModel, sent: Input): Submission {
  const { model } = known
  const names = new Set(model.fields.flatMap(propertiesOf))
  const { width, height, ...rest } = translateRetired(model, sent)
  const accepted = Object.fromEntries(Object.entries(rest).filter(([name]) => names.has(name)))
  return {
    known,
    body: { ...defaultInput(model), ...accepted },
    headers: deprecationHeaders(sunset),
    size: { ...(width && { width }), ...(height && { height }) },
  }
}

function refuseRetired({ retirement }: Model, now: number): void {
  const { sunset: date, replacement } = retirement ?? {}
  if (date && Date.parse(date) <= now) throw gone(date, replacement ?? null)
}

const gone = (date: string, replacement: string | null) =>
  new Refusal(410, {
    error: 'model_unavailable',
    reason: 'deprecated',
    message: 'This model is no longer available.',
    sunset_date: date,
    ...(replacement && { replacement }),
  })

const deprecationHeaders = (date: string): Record<string, string> => ({
  deprecation: 'true',
  sunset: new Date(date).toUTCString(),
  link: '<https://docs.krea.ai/api-reference>; rel="deprecation"',
})
