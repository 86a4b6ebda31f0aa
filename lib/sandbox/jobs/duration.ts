import 'server-only'
import type { Input } from '@/lib/catalog/field'
import type { KnownModel } from '../models/models'
import { defaultOf, type Size } from '../pictures/size'

/** Seconds where the document names none, by how the model runs. */
const typical = { hosted: 6, external: 18, enhance: 12 }

/** Milliseconds a job takes: the model's typical seconds, by its steps and its pixels. */
export function durationOf(known: KnownModel, body: Input, size: Size, speed: number): number {
  const { model, schema, external } = known
  const kind = model.task === 'enhance' ? 'enhance' : external ? 'external' : 'hosted'
  const seconds = model.typicalSeconds ?? typical[kind]
  const name = 'steps' in body ? 'steps' : 'num_inference_steps'
  const [steps, usual] = [body[name], defaultOf(schema, name)]
  const bySteps = typeof steps === 'number' && usual ? steps / usual : 1
  const byPixels = Math.sqrt((size.width * size.height) / 1024 ** 2)
  return (seconds * 1000 * clamp(bySteps) * clamp(byPixels)) / speed
}

const clamp = (factor: number) => Math.min(Math.max(factor, 0.3), 4)
