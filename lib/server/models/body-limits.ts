import 'server-only'
import type { Input, Json } from '@/lib/catalog/field'
import type { FieldIssue } from '@/lib/contract/errors'

/** Above what any model of Krea's document takes; most state no limit, and the ledger keeps each body. */
const maxText = 20_000
const maxBody = 200_000
const maxIssues = 20

const format = (count: number) => count.toLocaleString('en')

/** Texts that are too long for any model, and a body that is. Asked before all that takes longer with them. */
export function tooLong(input: Input): FieldIssue[] {
  const texts = longTexts('', input).slice(0, maxIssues)
  if (texts.length > 0) return texts
  const length = JSON.stringify(input).length
  return length > maxBody
    ? [
        {
          path: '',
          message: `All of this has ${format(length)} characters; ${format(maxBody)} are the most.`,
        },
      ]
    : []
}

/** Not in all: a training may list thousands of pictures. */
export function longTexts(path: string, value: Json): FieldIssue[] {
  if (typeof value === 'string')
    return value.length > maxText
      ? [
          {
            path,
            message: `Shorten this to ${format(maxText)} characters; it has ${format(value.length)}.`,
          },
        ]
      : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    longTexts(path === '' ? name : `${path}.${name}`, inner),
  )
}
