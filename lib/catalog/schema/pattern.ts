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
  const plain = source
    .replaceAll(/\\[\s\S]/g, 'x')
    .replaceAll(/\[[^\]]*\]/g, 'x')
    .replaceAll(/\{\d+\}/g, '')
  if (/\\[1-9k]/.test(source) || /\(\?<?[=!]/.test(source)) return false
  const repeated = [...plain.matchAll(/\(([^()]*)\)([*+?]|\{\d+(?:,\d*)?\})/g)]
  if (repeated.some(([, inside = '']) => /[*+?|{]/.test(inside.replace(/^\?(?::|<\w+>)/, ''))))
    return false
  if (/\([^()]*\([\s\S]*\)[*+?{]/.test(plain)) return false
  const quantifiers = [...plain.matchAll(/[*+]|(?<!\()\?|\{(\d+)(?:(,)(\d*))?\}/g)]
  const unbounded = quantifiers.filter(
    ([whole, from, comma, to]) =>
      whole === '*' || whole === '+' || (comma && (to === '' || Number(to) - Number(from) > 64)),
  )
  const optional = quantifiers.filter(([whole, , comma]) => whole === '?' || comma)
  return unbounded.length <= (source.startsWith('^') ? 2 : 1) && optional.length <= 8
}
