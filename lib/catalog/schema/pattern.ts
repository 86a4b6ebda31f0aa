const maxPatternLength = 500

/**
 * The expression of a document's `pattern`; `null` where it is invalid, or where a text could make it
 * run for seconds. Then no pattern is checked.
 */
export function readPattern(source: string): RegExp | null {
  if (source.length > maxPatternLength || !isQuick(source)) return null
  try {
    return new RegExp(source, 'u')
  } catch {
    return null
  }
}

/**
 * Backtracking grows with the ways in which repeated parts can share a text. So no repeated group may
 * repeat or choose inside, at most two parts may repeat without a small bound, and few may be optional.
 */
function isQuick(source: string): boolean {
  const plain = withoutClasses(source)
  if (/\\[1-9k]/.test(source) || /\(\?<?[=!]/.test(source)) return false
  const repeated = [...plain.matchAll(/\(([^()]*)\)([*+?]|\{\d+(?:,\d*)?\})/g)]
  if (repeated.some(([, inside = '']) => /[*+?|{]/.test(inside.replace(/^\?(?::|<\w+>)/, ''))))
    return false
  if (/\([^()]*\([\s\S]*\)[*+?{]/.test(plain)) return false
  const { unbounded, optional } = countQuantifiers(plain)
  return unbounded <= (isAnchored(plain) ? 2 : 1) && optional <= 8
}

/** Whether the time is in proportion to the text; else it may be to its square. */
export function isLinear(source: string): boolean {
  const plain = withoutClasses(source)
  const { unbounded, optional } = countQuantifiers(plain)
  return unbounded + optional === 0 || (isAnchored(plain) && unbounded <= 1)
}

/** All of its alternatives begin at the text's beginning. */
const isAnchored = (plain: string) =>
  plain.startsWith('^') && !plain.replaceAll(/\([^()]*\)/g, '').includes('|')

/** Escapes and classes as one letter, without exact counts. */
const withoutClasses = (source: string) =>
  source
    .replaceAll(/\\[\s\S]/g, 'x')
    .replaceAll(/\[[^\]]*\]/g, 'x')
    .replaceAll(/\{\d+\}/g, '')

function countQuantifiers(plain: string): { unbounded: number; optional: number } {
  const all = [...plain.matchAll(/[*+]|(?<!\()\?|\{(\d+),(\d*)\}/g)]
  const isUnbounded = ([whole, from, to]: RegExpMatchArray) =>
    whole === '*' ||
    whole === '+' ||
    (from !== undefined && (to === '' || Number(to) - Number(from) > 64))
  return {
    unbounded: all.filter(isUnbounded).length,
    optional: all.filter(([whole, from]) => whole === '?' || from !== undefined).length,
  }
}
