import { parseSync } from 'oxc-parser'
import * as z from 'zod'

/** A small change of meaning: the text between `start` and `end`, in UTF-16 units, becomes `replace`. */
export type Change = { start: number; end: number; replace: string }

const nodeSchema = z.looseObject({ type: z.string(), start: z.number(), end: z.number() })
type Node = z.infer<typeof nodeSchema>

const pairs = [
  ['<', '<='],
  ['>', '>='],
  ['===', '!=='],
  ['+', '-'],
  ['*', '/'],
  ['&&', '||'],
  ['min', 'max'],
  ['some', 'every'],
] as const
const swapped = new Map<string, string>(
  pairs.flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]),
)

/** Every change that the operators find in a file of TypeScript. Types, imports and names of members stay. */
export function changesOf(file: string, text: string): Change[] {
  const changes: Change[] = []
  const source = ({ start, end }: Node) => text.slice(start, end)
  const add = ({ start, end }: Node, replace: string) => changes.push({ start, end, replace })
  const child = (node: Node, name: string) => nodeSchema.safeParse(node[name]).data

  function swapOperator(node: Node) {
    const [left, right] = [child(node, 'left'), child(node, 'right')]
    const replace = swapped.get(String(node.operator))
    if (!left || !right || replace === undefined) return
    const isText = [left, right].some((side) => /^['"`]/.test(source(side)))
    if (node.operator === '+' && isText) return
    const at = text.indexOf(String(node.operator), left.end)
    changes.push({ start: at, end: at + String(node.operator).length, replace })
  }

  function changeLiteral(node: Node) {
    if (typeof node.value === 'number') add(node, String(node.value + 1))
    if (typeof node.value === 'boolean') add(node, String(!node.value))
    // Sentences are for people; no test reads each of them.
    if (typeof node.value === 'string' && /^\S+$/.test(node.value)) add(node, "''")
  }

  function swapMember(node: Node) {
    const property = child(node, 'property')
    const replace = property && swapped.get(source(property))
    if (property && replace !== undefined && node.computed !== true) add(property, replace)
  }

  function change(node: Node) {
    if (node.type === 'BinaryExpression' || node.type === 'LogicalExpression') swapOperator(node)
    if (node.type === 'Literal') changeLiteral(node)
    if (node.type === 'MemberExpression') swapMember(node)
    if (node.type === 'ArrayExpression' && source(node).length > 2) add(node, '[]')
    if (node.type === 'ExpressionStatement' && node.directive === undefined) add(node, ';')
    const argument = child(node, 'argument')
    if (node.type === 'UnaryExpression' && node.operator === '!' && argument)
      add(node, source(argument))
    const test = child(node, 'test')
    if ((node.type === 'IfStatement' || node.type === 'ConditionalExpression') && test)
      add(test, `!(${source(test)})`)
  }

  function visit(value: unknown, name: string) {
    if (Array.isArray(value)) for (const one of value) visit(one, name)
    const node = nodeSchema.safeParse(value).data
    if (!node) return
    const isExpression = /^TS(As|Satisfies|NonNull)Expression$/.test(node.type)
    if (node.type.startsWith('TS') && !isExpression) return
    if (/^(Import|ExportAll)/.test(node.type)) return
    if (name === 'key' && node.type === 'Literal') return
    change(node)
    for (const [key, one] of Object.entries(node)) {
      const isName = (key === 'key' || key === 'property') && node.computed !== true
      if (!isName && key !== 'typeAnnotation' && key !== 'source') visit(one, key)
    }
  }

  visit(parseSync(file, text).program, '')
  return changes
}
