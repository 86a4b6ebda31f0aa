import type { Json } from '../catalog/field'

type Style = {
  /** One level of indentation. */
  indent: string
  key: (name: string) => string
  constants: { true: string; false: string; null: string }
}

/** JSON is JavaScript, but for a key that would set the prototype. */
export const javascript: Style = {
  indent: '  ',
  key: (name) =>
    name === '__proto__'
      ? '["__proto__"]'
      : /^[A-Za-z_$][\w$]*$/.test(name)
        ? name
        : JSON.stringify(name),
  constants: { true: 'true', false: 'false', null: 'null' },
}

/** Python reads every escape that JSON writes. */
export const python: Style = {
  indent: '    ',
  key: (name) => JSON.stringify(name),
  constants: { true: 'True', false: 'False', null: 'None' },
}

/** A value as source text; `depth` is how deep the line it begins on is indented. */
export function literal(value: Json, style: Style, depth = 0): string {
  if (value === null || typeof value === 'boolean')
    return style.constants[value === null ? 'null' : value ? 'true' : 'false']
  if (typeof value !== 'object') return JSON.stringify(value)
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const items = Array.isArray(value)
    ? value.map((item) => literal(item, style, depth + 1))
    : Object.entries(value).map(
        ([name, item]) => `${style.key(name)}: ${literal(item, style, depth + 1)}`,
      )
  if (items.length === 0) return `${open}${close}`
  const inner = style.indent.repeat(depth + 1)
  const lines = items.map((item) => `${inner}${item},\n`).join('')
  return `${open}\n${lines}${style.indent.repeat(depth)}${close}`
}
