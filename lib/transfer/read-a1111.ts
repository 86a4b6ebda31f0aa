import type { Input } from '../catalog/field'

/** The keyword of their text chunk in a PNG. */
export const a1111Keyword = 'parameters'

/**
 * The settings that AUTOMATIC1111, Forge and others write into the `parameters` of a PNG: the prompt, a line that
 * begins with “Negative prompt:”, and a last line of `Name: value` pairs.
 * https://github.com/AUTOMATIC1111/stable-diffusion-webui/blob/master/modules/infotext_utils.py
 */
export type A1111Settings = {
  prompt: string
  steps: number | null
  guidance: number | null
  seed: number | null
  width: number | null
  height: number | null
}

export function readA1111(text: string): A1111Settings | null {
  const lines = text.trim().split(/\r?\n/)
  const last = lines.at(-1) ?? ''
  if (!/(^|, )Steps: \d+/.test(last)) return null
  const negative = lines.findIndex((line) => line.startsWith('Negative prompt:'))
  const prompt = lines
    .slice(0, negative < 0 ? -1 : negative)
    .join('\n')
    .trim()
  const numberOf = (name: string) => {
    const found = new RegExp(`(?:^|, )${name}: (\\d+(?:\\.\\d+)?)(?:,|$)`).exec(last)?.[1]
    return found === undefined ? null : Number(found)
  }
  const size = /(?:^|, )Size: (\d+)x(\d+)/.exec(last)
  return {
    prompt,
    steps: numberOf('Steps'),
    guidance: numberOf('CFG scale'),
    seed: numberOf('Seed'),
    width: size ? Number(size[1]) : null,
    height: size ? Number(size[2]) : null,
  }
}

/** The names under which models take them: a draft leaves out those that its model does not have. */
export function inputOfA1111({
  prompt,
  steps,
  guidance,
  seed,
  width,
  height,
}: A1111Settings): Input {
  const values = {
    prompt,
    steps,
    num_inference_steps: steps,
    guidance_scale: guidance,
    seed: seed !== null && Number.isSafeInteger(seed) ? seed : null,
    width,
    height,
  }
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  )
}
