const maxValues = 1_000

export type ValueList = { values: string[] } | { problem: string }

/**
 * Reads a list such as `10, 20, .., 50`, `portrait, square` or one value a line. `..` goes on with
 * the step of the two numbers before it, or of 1 where there is one.
 */
export function readValues(text: string): ValueList {
  const parts = text
    .split(/[,\n;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const values: string[] = []
  for (const [at, part] of parts.entries()) {
    if (!/^(\.{2,3}|…)$/.test(part)) {
      values.push(part)
      continue
    }
    const filled = fill(values, parts[at + 1])
    if (typeof filled === 'string') return { problem: filled }
    values.push(...filled)
  }
  if (values.length > maxValues) return { problem: `A list takes at most ${maxValues} values.` }
  return { values: [...new Set(values)] }
}

/** The numbers between the last value and the end, or a sentence about why there are none. */
function fill(before: string[], endText: string | undefined): string[] | string {
  const last = toNumber(before.at(-1))
  const end = toNumber(endText)
  if (last === null || end === null) return 'Put “..” between two numbers, as in 10, 20, .., 50.'
  const previous = toNumber(before.at(-2))
  const step = previous === null ? Math.sign(end - last) : last - previous
  if (step === 0 || Math.sign(step) !== Math.sign(end - last))
    return `“..” never reaches ${endText} from ${before.at(-1)} in this step.`
  const count = Math.round((end - last) / step)
  if (Math.abs(last + count * step - end) > Math.abs(step) / 1e6)
    return `${endText} is not a whole number of steps of ${format(step)} from ${before.at(-1)}.`
  if (count > maxValues) return `A list takes at most ${maxValues} values.`
  return Array.from({ length: count - 1 }, (_, at) => format(last + (at + 1) * step))
}

const toNumber = (text: string | undefined): number | null =>
  text !== undefined && text !== '' && Number.isFinite(Number(text)) ? Number(text) : null

const format = (value: number) => String(Number(value.toPrecision(12)))
